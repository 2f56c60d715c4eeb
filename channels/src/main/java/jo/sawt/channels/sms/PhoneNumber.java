package jo.sawt.channels.sms;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** A telephone number in the form of E.164: a plus and 7 to 15 digits, the first not zero. */
public record PhoneNumber(String value) {
    private static final Pattern FORM = Pattern.compile("\\+[1-9][0-9]{6,14}");

    public PhoneNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a number is written as + and 7 to 15 digits, country code first");
        }
    }

    /** Reads a number as Twilio writes it, also with {@code whatsapp:} before it or without its plus. */
    public static Optional<PhoneNumber> parse(String written) {
        String text = written.startsWith("whatsapp:") ? written.substring("whatsapp:".length()) : written;
        String digits = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .strip()
                .replace(" ", "")
                .replace("-", "");
        String value = digits.startsWith("+") ? digits : "+" + digits;
        return FORM.matcher(value).matches() ? Optional.of(new PhoneNumber(value)) : Optional.empty();
    }

    /** Hides the number, which is personal data. */
    @Override
    public String toString() {
        return "+…";
    }
}
