package jo.sawt.ticketing;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * The public id of a ticket: ten characters, nine of them drawn at random (23^9, about 1.8 × 10^12) and a check character
 * last. The alphabet leaves out letters and digits that look or sound alike (0 O, 1 I L, 2 Z, 5 S, 8 B, U V, Y). The check
 * is a weighted sum modulo 23, a prime, so it finds every single wrong character and every swap of two.
 */
public record Reference(String value) {
    static final String ALPHABET = "34679ACDEFGHJKMNPQRTVWX";
    private static final int LENGTH = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    public Reference {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a reference: it has ten characters, the last of which is a check");
        }
    }

    /** Reads what a person typed: any case, Arabic digits, spaces and hyphens between. */
    public static Optional<Reference> parse(String typed) {
        if (typed.length() > 64) {
            return Optional.empty();
        }
        StringBuilder clean = new StringBuilder(LENGTH);
        Normalizer.normalize(typed, Normalizer.Form.NFKC).codePoints().forEach(point -> {
            int digit = Character.digit(point, 10);
            if (digit >= 0) {
                clean.append((char) ('0' + digit));
            } else if (Character.isLetter(point)) {
                clean.appendCodePoint(point);
            }
        });
        String value = clean.toString().toUpperCase(Locale.ROOT);
        return isValid(value) ? Optional.of(new Reference(value)) : Optional.empty();
    }

    static Reference random() {
        StringBuilder value = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH - 1; i++) {
            value.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new Reference(value.append(check(value)).toString());
    }

    private static boolean isValid(String value) {
        return value.length() == LENGTH
                && value.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                && check(value) == value.charAt(LENGTH - 1);
    }

    private static char check(CharSequence value) {
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += (i + 2) * ALPHABET.indexOf(value.charAt(i));
        }
        return ALPHABET.charAt(sum % ALPHABET.length());
    }

    @Override
    public String toString() {
        return value;
    }
}
