package jo.sawt.ticketing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a message names of the desk's own things: references, a one-time code, the channel that answers are wanted by. */
final class Mentions {
    /** Ten characters in a row or in two halves; words of small letters without a digit are words. */
    private static final Pattern REFERENCE =
            Pattern.compile("(?<![\\p{L}\\p{Nd}])[A-Za-z\\p{Nd}]{5}-?[A-Za-z\\p{Nd}]{5}(?![\\p{L}\\p{Nd}])");

    private static final Pattern CODE = Pattern.compile("(?<![\\p{L}\\p{Nd}])\\p{Nd}{6}(?![\\p{L}\\p{Nd}])");
    private static final int MOST = 5;
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final String SEVERAL = "(?:رد(?:وا|ي)?|جاوب\\p{L}{0,4}|اجب(?:وا)?|أجيبوا|ابعث\\p{L}{0,4}"
            + "|أرسل(?:وا|ي)?|ارسل(?:وا|ي)?|راسل\\p{L}{0,4}|تواصل(?:وا|ي)?)";
    private static final Pattern ARABIC = Pattern.compile(
            "(?<!\\p{L})(?<!ما )(?<!لم )(?<!مش )(?<!لا )" + SEVERAL
                    + "(?:\\s+(?:علي|عليّ|عليي|لي|معي|الرد|الردود|الجواب|الي|إليّ|إلي))?"
                    + "\\s+(?:بال|عال|على\\s+(?:ال)?|عبر\\s+(?:ال)?|من\\s+خلال\\s+(?:ال)?|ب|عن\\s+طريق\\s+(?:ال)?)?"
                    + "(واتساب|واتس\\s?اب|واتس|وتساب|رسائل|رسالة|رسايل|مسج|مسجات|هاتف|موبايل|بريد|ايميل|إيميل|أيميل|"
                    + "محادثة|موقع|شات|هنا|هون)(?!\\p{L})",
            FLAGS);
    private static final Pattern ENGLISH = Pattern.compile(
            "(?<!not )(?<!n['’]t )(?<!never"
                    + " )\\b(?:reply|answer|respond|write|text|message|contact)\\b(?:\\s+(?:to\\s+)?(?:me|us))?"
                    + "\\s+(?:by|via|through|over|on|in|with)?\\s*(?:the\\s+|my\\s+)?"
                    + "(whats\\s?app|sms|text(?:\\s+message)?|e-?mail|web\\s?chat|chat|website|here)\\b",
            FLAGS);

    private Mentions() {}

    /** The references that a text names, in its order. */
    static List<Reference> references(String text) {
        return REFERENCE
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(Mentions::isNoWord)
                .flatMap(typed -> Reference.parse(typed).stream())
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static boolean isNoWord(String typed) {
        return typed.codePoints().anyMatch(Character::isDigit) || typed.equals(typed.toUpperCase(Locale.ROOT));
    }

    /** Six digits by themselves. */
    static Optional<String> code(String text) {
        return CODE.matcher(text).results().map(MatchResult::group).findFirst();
    }

    /** Whether there is more in a message than a reference and a code, so that it wants an answer. */
    static boolean saysMore(String text) {
        String rest = CODE.matcher(REFERENCE.matcher(text).replaceAll(" ")).replaceAll(" ");
        return rest.contains("?")
                || rest.contains("؟")
                || rest.codePoints().filter(Character::isLetter).count() > 40;
    }

    /** The language of the words beside references, where there are any. */
    static Optional<Lang> language(String text) {
        String rest = REFERENCE.matcher(text).replaceAll(" ");
        if (rest.codePoints()
                .anyMatch(c ->
                        Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC && Character.isLetter(c))) {
            return Optional.of(Lang.AR);
        }
        return rest.codePoints().filter(Character::isLetter).count() > 2 ? Optional.of(Lang.EN) : Optional.empty();
    }

    /** The channel that answers are wanted by; {@code here} where that is where it was written. */
    static Optional<Channel> preference(String text, Channel here) {
        return first(ARABIC, text).or(() -> first(ENGLISH, text)).map(word -> channel(word, here));
    }

    private static Optional<String> first(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                .findFirst();
    }

    private static Channel channel(String word, Channel here) {
        if (word.startsWith("واتس") || word.startsWith("وتس") || word.startsWith("whats")) {
            return Channel.WHATSAPP;
        }
        if (List.of("هنا", "هون", "here").contains(word)) {
            return here;
        }
        if (List.of("بريد", "ايميل", "إيميل", "أيميل").contains(word) || word.matches("e-?mail")) {
            return Channel.EMAIL;
        }
        boolean web = List.of("محادثة", "موقع", "شات", "chat", "website").contains(word) || word.startsWith("web");
        return web ? Channel.WEB : Channel.SMS;
    }
}
