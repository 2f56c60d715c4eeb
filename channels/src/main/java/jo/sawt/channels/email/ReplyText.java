package jo.sawt.channels.email;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a person wrote in a reply, without what their program quoted below it and without their signature, in Arabic and in
 * English. Where nothing would be left, the whole is what was said.
 */
final class ReplyText {
    private static final String MARKS = "[\\p{Cf}\\s]*";
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.MULTILINE;

    /** Everything from the first of these on is not the reply. */
    private static final List<Pattern> ENDS = List.of(
            // On 3 March Ali wrote: — also broken over two or three lines
            Pattern.compile(
                    "^" + MARKS + "On\\b(?:(?!\\n\\n)[\\s\\S]){1,300}?\\bwrote" + MARKS + ":" + MARKS + "$", FLAGS),
            Pattern.compile(
                    "^" + MARKS
                            + "(?:في|بتاريخ|يوم)\\s(?:(?!\\n"
                            + "\\n"
                            + ")[\\s\\S]){1,300}?كتبت?\\b?(?:(?!\\n"
                            + "\\n"
                            + ")[\\s\\S]){0,200}?:"
                            + MARKS + "$",
                    FLAGS),
            Pattern.compile(
                    "^" + MARKS
                            + "(?:كتبت?)\\s(?:(?!\\n"
                            + "\\n"
                            + ")[\\s\\S]){1,200}?\\s(?:في|بتاريخ)\\s(?:(?!\\n"
                            + "\\n"
                            + ")[\\s\\S]){1,120}?:"
                            + MARKS + "$",
                    FLAGS),
            Pattern.compile(
                    "^" + MARKS + "-{2,}\\s*(?:Original Message|Forwarded message|الرسالة الأصلية|رسالة أصلية|"
                            + "الرسالة المعاد توجيهها|رسالة معاد توجيهها)\\s*-{2,}.*$",
                    FLAGS),
            Pattern.compile("^" + MARKS + "_{10,}" + MARKS + "$", FLAGS),
            Pattern.compile(
                    "^" + MARKS + "\\*?From:\\*?\\s.*\\n(?:.*\\n){0,4}?" + MARKS + "\\*?(?:Sent|To|Date|Subject):",
                    FLAGS),
            Pattern.compile(
                    "^" + MARKS + "\\*?من" + MARKS + ":\\*?.*\\n(?:.*\\n){0,4}?" + MARKS
                            + "\\*?(?:تم الإرسال|تاريخ الإرسال|أرسل|إلى|التاريخ|الموضوع)" + MARKS + ":",
                    FLAGS),
            Pattern.compile("^" + MARKS + ">", FLAGS),
            Pattern.compile("^" + MARKS + "-- ?$", FLAGS),
            Pattern.compile(
                    "^" + MARKS + "(?:Sent from my|Get Outlook for|Sent from Outlook|Sent from Yahoo)\\b.*$", FLAGS),
            Pattern.compile("^" + MARKS + "(?:مرسل من|أرسلت من|تم الإرسال من|أُرسلت من|الحصول على Outlook).*$", FLAGS));

    private static final List<Pattern> SIGNATURES = ENDS.subList(ENDS.size() - 3, ENDS.size());

    private ReplyText() {}

    /** A letter that answers none: all of it, a forwarded one too, but for the signature. */
    static String withoutSignature(String whole) {
        return cut(whole, SIGNATURES);
    }

    static String of(String whole) {
        return cut(whole, ENDS);
    }

    private static String cut(String whole, List<Pattern> ends) {
        String text = whole.replace("\r\n", "\n").strip();
        int end = text.length();
        for (Pattern pattern : ends) {
            var matcher = pattern.matcher(text);
            if (matcher.find()) {
                end = Math.min(end, matcher.start());
            }
        }
        String reply = text.substring(0, end).strip();
        return reply.isEmpty() ? text : reply;
    }
}
