package jo.sawt.channels.sms;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jo.sawt.ticketing.Lang;

/**
 * A message that is one word about the messages themselves. The English words are those of Twilio's default handling
 * (https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out), which acts on them and answers them by itself on SMS;
 * the Arabic ones are ours alone.
 */
enum Keyword {
    STOP,
    START,
    HELP;

    private static final Pattern MARKS = Pattern.compile("[\\p{Mn}\\p{Cf}\\u0640]");
    private static final Map<String, Said> WORDS = new HashMap<>();

    static {
        learn(STOP, Lang.EN, "stop", "stopall", "unsubscribe", "cancel", "end", "quit", "revoke", "optout");
        learn(STOP, Lang.AR, "ايقاف", "الغاء", "توقف");
        learn(START, Lang.EN, "start", "unstop");
        learn(START, Lang.AR, "اشتراك");
        learn(HELP, Lang.EN, "help", "info");
        learn(HELP, Lang.AR, "مساعده");
    }

    private static void learn(Keyword keyword, Lang lang, String... words) {
        for (String word : words) {
            WORDS.put(word, new Said(keyword, lang));
        }
    }

    /** The keyword that this text is, and the language it was said in; a word within a sentence is none. */
    static Optional<Said> of(String text) {
        if (text.length() > 40) {
            return Optional.empty();
        }
        return Optional.ofNullable(WORDS.get(normalised(text)));
    }

    /** The value of Twilio's OptOutType. */
    static Optional<Keyword> ofOptOutType(String type) {
        for (Keyword keyword : values()) {
            if (keyword.name().equals(type)) {
                return Optional.of(keyword);
            }
        }
        return Optional.empty();
    }

    /** The key of what we tell the citizen about it. */
    String message() {
        return "sms." + name().toLowerCase(Locale.ROOT);
    }

    private static String normalised(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("")
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[أإآ]", "ا")
                .replace("ة", "ه");
    }

    /** A keyword in a language. */
    record Said(Keyword keyword, Lang lang) {}
}
