package jo.sawt.knowledge.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Folds the many spellings of one word into one: presentation forms, marks, tatweel, hamza seats, taa marbuta, alef
 * maqsura, Persian letters, any script's digits, zero-width and bidi marks, and letters drawn out for feeling. What is
 * left are letters and digits in words parted by single spaces, never two scripts in one word.
 */
final class Normaliser {
    private static final String APOSTROPHES = "'\u2019\u2018\u02bc`\u00b4";

    private Normaliser() {}

    static String normalise(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        // Decomposing parts a letter from its hamza, madda, accent or mark, so that dropping marks folds them all.
        String parted = Normalizer.normalize(lower, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(parted.length());
        for (int at = 0; at < parted.length(); ) {
            int point = parted.codePointAt(at);
            at += Character.charCount(point);
            append(out, point, at < parted.length() ? parted.codePointAt(at) : ' ');
        }
        return shorten(out).strip();
    }

    private static void append(StringBuilder out, int point, int next) {
        if (APOSTROPHES.indexOf(point) >= 0) {
            apostrophe(out, next);
        } else if (Character.isDigit(point)) {
            letter(out, '0' + Character.digit(point, 10));
        } else if (Character.isLetter(point)) {
            int folded = fold(point);
            if (folded != 0) {
                letter(out, folded);
            }
        } else if (!dropped(point)) {
            space(out);
        }
    }

    /** Marks and format characters vanish inside a word; everything else that is no letter ends it. */
    private static boolean dropped(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT;
    }

    private static void letter(StringBuilder out, int point) {
        if (!out.isEmpty()) {
            int last = out.codePointBefore(out.length());
            if (last != ' ' && arabic(last) != arabic(point)) {
                out.append(' ');
            }
        }
        out.appendCodePoint(point);
    }

    private static void space(StringBuilder out) {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
            out.append(' ');
        }
    }

    /** In Arabizi 3' is ghain, 7' is khaa, 6' is zaa and 9' is dad; in English it only joins. */
    private static void apostrophe(StringBuilder out, int next) {
        if (out.isEmpty() || !Character.isLetter(next)) {
            return;
        }
        String joined = switch (out.charAt(out.length() - 1)) {
            case '3' -> "gh";
            case '7' -> "kh";
            case '6' -> "z";
            case '9' -> "d";
            default -> "";
        };
        if (!joined.isEmpty()) {
            out.setLength(out.length() - 1);
            out.append(joined);
        }
    }

    static boolean arabic(int point) {
        return point >= 0x0600 && point <= 0x08ff;
    }

    private static int fold(int point) {
        return switch (point) {
            case 'ـ', 'ء' -> 0;
            case 'ٱ', 'ٲ', 'ٳ' -> 'ا';
            case 'ى', 'ی', 'ې', 'ے' -> 'ي';
            case 'ة', 'ھ', 'ہ', 'ە', 'ۃ' -> 'ه';
            case 'ک', 'گ', 'ڪ' -> 'ك';
            case 'پ' -> 'ب';
            case 'چ' -> 'ج';
            case 'ڤ' -> 'ف';
            case 'ژ' -> 'ز';
            default -> point;
        };
    }

    /** Three or more of one letter in a row are one, drawn out. */
    private static String shorten(StringBuilder text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            char letter = text.charAt(at);
            int end = at;
            while (end < text.length() && text.charAt(end) == letter) {
                end++;
            }
            int length = end - at;
            out.repeat(letter, length > 2 && Character.isLetter(letter) ? 1 : length);
            at = end;
        }
        return out.toString();
    }
}
