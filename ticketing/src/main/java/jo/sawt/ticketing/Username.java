package jo.sawt.ticketing;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a member of staff signs in by: 2 to 64 of a-z, 0-9 and {@code . _ - @}, a letter or digit first. */
public record Username(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,63}");

    public Username {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a username: it needs 2 to 64 of a-z, 0-9 and . _ - @");
        }
    }

    /** Reads what a person typed, in any case. */
    public static Optional<Username> parse(String typed) {
        String value = typed.strip().toLowerCase(Locale.ROOT);
        return FORM.matcher(value).matches() ? Optional.of(new Username(value)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
