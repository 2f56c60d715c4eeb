package jo.sawt.ticketing;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** An official day off. */
public record Holiday(LocalDate date, String nameAr, String nameEn, Certainty certainty) {
    /** How sure its date is: the same each year, announced by circular, or expected from the lunar calendar. The wire form is the lower-case name. */
    public enum Certainty {
        FIXED,
        ANNOUNCED,
        EXPECTED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Certainty> parse(String wire) {
            for (Certainty value : values()) {
                if (value.wire().equals(wire)) {
                    return Optional.of(value);
                }
            }
            return Optional.empty();
        }
    }
}
