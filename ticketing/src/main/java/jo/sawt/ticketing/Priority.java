package jo.sawt.ticketing;

import java.util.Locale;
import java.util.Optional;

/** How much a ticket presses, least first. The wire form is the lower-case name. */
public enum Priority {
    LOW,
    NORMAL,
    HIGH,
    URGENT;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Priority> parse(String wire) {
        for (Priority value : values()) {
            if (value.wire().equals(wire)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
