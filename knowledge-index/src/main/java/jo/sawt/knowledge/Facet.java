package jo.sawt.knowledge;

import java.util.Locale;
import java.util.Optional;

/** What a question wants to know of a service; the wire form is the lower-case name. */
public enum Facet {
    DOCUMENTS,
    FEES,
    DURATION,
    STEPS,
    CONDITIONS,
    LOCATIONS,
    CHANNELS,
    HOURS,
    OVERVIEW;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Facet> parse(String wire) {
        for (Facet facet : values()) {
            if (facet.wire().equals(wire)) {
                return Optional.of(facet);
            }
        }
        return Optional.empty();
    }
}
