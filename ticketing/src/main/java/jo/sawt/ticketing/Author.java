package jo.sawt.ticketing;

import java.util.Locale;
import java.util.Optional;

/** Who wrote an entry of the timeline. The wire form is the lower-case name. */
public enum Author {
    CITIZEN,
    ASSISTANT,
    AGENT,
    DEPARTMENT,
    SYSTEM;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Author> parse(String wire) {
        for (Author value : values()) {
            if (value.wire().equals(wire)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
