package jo.sawt.channels.email;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jo.sawt.ticketing.InboundMessage;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Messages;

/** A letter as words for the desk: the subject where it begins a matter, what is new in the text, what came with it. */
final class Words {
    private static final Pattern ANSWER = Pattern.compile(
            "^[\\p{Cf}\\s]*(?:re|aw|sv|رد|الرد|ردّ|رَد)[\\p{Cf}\\s]*(?:\\[\\d+\\])?[\\p{Cf}\\s]*[:：].*",
            Pattern.CASE_INSENSITIVE);
    private static final int MOST_TYPES = 10;

    private Words() {}

    /** With what came with it only told of. */
    static String of(Letter letter) {
        return of(letter, letter.attachments());
    }

    /**
     * The words.
     *
     * @param left the types of what came with it and is not kept
     */
    static String of(Letter letter, List<String> left) {
        List<String> lines = new ArrayList<>();
        boolean answer = ANSWER.matcher(letter.subject()).matches();
        String text = answer ? ReplyText.of(letter.text()) : ReplyText.withoutSignature(letter.text());
        if (!answer && !letter.subject().isBlank() && !text.startsWith(letter.subject())) {
            lines.add(letter.subject());
        }
        if (!text.isBlank()) {
            lines.add(text);
        }
        Lang lang = lang(text);
        int count = left.size();
        if (count > 0) {
            String types = String.join(", ", left.subList(0, Math.min(count, MOST_TYPES)));
            lines.add(Messages.text(lang, "mail.attachments", Integer.toString(count), types));
        }
        return shortened(String.join("\n", lines), lang);
    }

    static Lang lang(String text) {
        boolean arabic =
                text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC);
        return arabic || text.isBlank() ? Lang.AR : Lang.EN;
    }

    static String shortened(String text, Lang lang) {
        String note = "\n" + Messages.text(lang, "mail.longer");
        if (text.length() <= InboundMessage.LONGEST) {
            return text;
        }
        int end = InboundMessage.LONGEST - note.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + note;
    }
}
