package jo.sawt.ticketing;

import java.security.SecureRandom;

/** What a member of staff proves themselves by: 8 to 256 characters. Never stored, logged or shown. */
public record Password(String value) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int RANDOM_LENGTH = 20;

    public Password {
        if (value.length() < 8 || value.length() > 256) {
            throw new IllegalArgumentException("a password needs 8 to 256 characters");
        }
    }

    /** About 99 bits, in letters and digits that cannot be mistaken for each other. */
    public static Password random() {
        StringBuilder value = new StringBuilder(RANDOM_LENGTH);
        for (int i = 0; i < RANDOM_LENGTH; i++) {
            value.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return new Password(value.toString());
    }

    @Override
    public String toString() {
        return "Password[…]";
    }
}
