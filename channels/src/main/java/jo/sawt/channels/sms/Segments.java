package jo.sawt.channels.sms;

import java.util.PrimitiveIterator;

/**
 * How many SMS a text takes by the encoding it really goes out in: the GSM 03.38 alphabet with 160 septets in one or 153 in
 * each of several, where a character of its extension takes two; any other character makes the whole text UCS-2, with 70
 * or 67 UTF-16 units, where neither an escape nor a surrogate pair is cut in two.
 */
final class Segments {
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION = "\f^{}\\[~]|€";

    private Segments() {}

    static int count(String text) {
        boolean gsm = isGsm(text);
        int one = gsm ? 160 : 70;
        int each = gsm ? 153 : 67;
        int units = text.codePoints().map(point -> width(point, gsm)).sum();
        return units <= one ? 1 : packed(text, each, gsm);
    }

    /** {@code gsm} or {@code ucs2}. */
    static String encoding(String text) {
        return isGsm(text) ? "gsm" : "ucs2";
    }

    private static boolean isGsm(String text) {
        return text.chars().allMatch(c -> BASIC.indexOf(c) >= 0 || EXTENSION.indexOf(c) >= 0);
    }

    private static int packed(String text, int each, boolean gsm) {
        int segments = 1;
        int used = 0;
        for (PrimitiveIterator.OfInt points = text.codePoints().iterator(); points.hasNext(); ) {
            int width = width(points.nextInt(), gsm);
            if (used + width > each) {
                segments++;
                used = 0;
            }
            used += width;
        }
        return segments;
    }

    private static int width(int point, boolean gsm) {
        if (gsm) {
            return EXTENSION.indexOf(point) >= 0 ? 2 : 1;
        }
        return Character.charCount(point);
    }
}
