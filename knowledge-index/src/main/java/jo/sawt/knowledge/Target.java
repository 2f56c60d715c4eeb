package jo.sawt.knowledge;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * What a charter or an agreement promises, as a figure that can be checked.
 *
 * @param label what is counted, in words
 * @param bound whether the figure is a floor or a ceiling
 * @param unit one word, such as working-days, hours, percent
 */
public record Target(Text label, Bound bound, BigDecimal value, String unit) {
    /** Which side of a figure is good; the wire form is lower case with a hyphen. */
    public enum Bound {
        AT_LEAST,
        AT_MOST;

        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Bound> parse(String wire) {
            for (Bound bound : values()) {
                if (bound.wire().equals(wire)) {
                    return Optional.of(bound);
                }
            }
            return Optional.empty();
        }
    }
}
