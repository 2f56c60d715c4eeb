package jo.sawt.assistant;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jo.sawt.ticketing.Reference;

/**
 * A text without the personal data that patterns can find: placeholders such as {@code [PHONE_1]} stand for it. The originals
 * stay here, to be put back into what comes back.
 */
final class Masked {
    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
    private static final Pattern EMAIL =
            Pattern.compile("[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");
    private static final Pattern IBAN = Pattern.compile(
            "(?i)(?<![A-Z0-9])[A-Z]{2}\\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?(?![A-Z0-9])");
    private static final Pattern REFERENCE =
            Pattern.compile("(?<![\\p{L}\\p{N}])[A-Za-z0-9](?:[ -]?[A-Za-z0-9]){9}(?![\\p{L}\\p{N}])");
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}(?:[ ./-]?\\p{Nd}){5,}");
    private static final Pattern NAME = Pattern.compile(
            "(?:(?<=(?i:my name is |name is |i am called |mr |mr\\. |mrs |mrs\\. |dr\\. ))[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’-]+){0,3})"
                    + "|(?:(?<=(?<!\\p{L})(?:اسمي |إسمي |اسمه |اسمها |السيد |السيدة |واسمي ))\\p{L}+(?: \\p{L}+){0,2})");

    /** What may prove that a ticket is theirs: digits of a phone, a code, a chat session. */
    private static final Pattern PROOF = Pattern.compile(
            "\\p{Nd}{4,}|(?<![\\p{L}\\p{N}_-])(?=[A-Za-z_-]*[0-9])[A-Za-z0-9_-]{16,}(?![\\p{L}\\p{N}_-])");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\[[A-Z]+_\\d+]");

    private final Map<String, String> originals = new LinkedHashMap<>();
    private String text;
    private boolean proofs;

    private Masked(String text) {
        this.text = text;
    }

    static Masked of(String text) {
        Masked masked = new Masked(bracketless(text));
        masked.hideAll();
        return masked;
    }

    /** The same for whoever follows a ticket: also without anything that may be a proof. */
    static Masked withoutProofs(String text) {
        Masked masked = new Masked(bracketless(text));
        masked.proofs = true;
        masked.hideAll();
        return masked;
    }

    /** Another text of the same citizen, whose originals are kept beside those of the first. */
    String also(String other) {
        String own = text;
        text = bracketless(other);
        hideAll();
        String hidden = text;
        text = own;
        return hidden;
    }

    private static String bracketless(String text) {
        return text.replace('[', '(').replace(']', ')');
    }

    private void hideAll() {
        hide("EMAIL", EMAIL, found -> true);
        hide("IBAN", IBAN, found -> true);
        hidePhones();
        hide("REFERENCE", REFERENCE, found -> Reference.parse(found).isPresent());
        hide("NUMBER", NUMBER, found -> true);
        hide("NAME", NAME, found -> true);
        if (proofs) {
            hide("PROOF", PROOF, found -> true);
        }
    }

    /** A masked text without any placeholder. */
    static String bare(String masked) {
        return PLACEHOLDER.matcher(masked).replaceAll(" ");
    }

    String text() {
        return text;
    }

    /** The text with what the placeholders stand for; those that are not of this message stay. */
    String restore(String said) {
        String restored = said;
        for (Map.Entry<String, String> original : originals.entrySet()) {
            restored = restored.replace(original.getKey(), original.getValue());
        }
        return restored;
    }

    /** The text without the placeholders of this message. */
    String without(String said) {
        String bare = said;
        for (String placeholder : originals.keySet()) {
            bare = bare.replace(placeholder, " ");
        }
        return bare;
    }

    private void hidePhones() {
        StringBuilder hidden = new StringBuilder();
        int from = 0;
        for (PhoneNumberMatch match : PHONES.findNumbers(text, "JO")) {
            hidden.append(text, from, match.start()).append(placeholder("PHONE", match.rawString()));
            from = match.end();
        }
        text = hidden.append(text.substring(from)).toString();
    }

    private void hide(String what, Pattern pattern, Predicate<String> is) {
        text = pattern.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        is.test(match.group()) ? placeholder(what, match.group()) : match.group()));
    }

    private String placeholder(String what, String original) {
        String placeholder = "[" + what + "_" + (originals.size() + 1) + "]";
        originals.put(placeholder, original);
        return placeholder;
    }

    @Override
    public String toString() {
        return "Masked[…]";
    }
}
