package jo.sawt.ticketing;

import java.util.Locale;
import java.util.Optional;

/** Where a citizen meets the desk. The wire form is the lower-case name. */
public enum Channel {
    WEB,
    SMS,
    WHATSAPP,
    EMAIL,
    PHONE,
    COUNTER,
    OPEN311;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Channel> parse(String wire) {
        for (Channel value : values()) {
            if (value.wire().equals(wire)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
