package jo.sawt.ticketing;

import java.util.Locale;
import java.util.Optional;

/** A language that every text a citizen may see exists in. The wire form is the ISO 639-1 code. */
public enum Lang {
    AR,
    EN;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Lang> parse(String wire) {
        for (Lang value : values()) {
            if (value.wire().equals(wire)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
