package jo.sawt.assistant;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words of a text, folded so that the spellings of one word meet; for comparing, never for showing. */
final class Words {
    private static final Pattern MARKS = Pattern.compile("[\\p{Mn}\\p{Cf}ـ]+");
    private static final Pattern LONG_RUN = Pattern.compile("(\\p{L})\\1{2,}");
    private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Words() {}

    /** In order, each folded. */
    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        for (String word : GAP.split(fold(text.replace("'", "").replace("’", "")), -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    /** Lower case, digits as 0 to 9, no marks, one form for each family of letters, no lengthened letters. */
    static String fold(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
        plain = LONG_RUN.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("$1");
        StringBuilder folded = new StringBuilder(plain.length());
        plain.codePoints().map(Words::letter).forEach(folded::appendCodePoint);
        return folded.toString();
    }

    private static int letter(int point) {
        int digit = Character.isDigit(point) ? Character.digit(point, 10) : -1;
        if (digit >= 0) {
            return '0' + digit;
        }
        return switch (point) {
            case 'ؤ' -> 'و';
            case 'ئ', 'ى', 'ی' -> 'ي';
            case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
            case 'ة' -> 'ه';
            case 'ک' -> 'ك';
            case 'گ' -> 'ق';
            default -> point;
        };
    }

    static boolean isArabic(String text) {
        return text.codePoints().anyMatch(p -> Character.UnicodeScript.of(p) == Character.UnicodeScript.ARABIC);
    }
}
