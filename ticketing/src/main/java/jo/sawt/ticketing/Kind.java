package jo.sawt.ticketing;

import java.util.Locale;
import java.util.Optional;

/** What a ticket is (article 2, voice channels): inquiry, complaint, suggestion, report of an error or violation, praise. The wire form is the upper-case name. */
public enum Kind {
    INQUIRY,
    COMPLAINT,
    SUGGESTION,
    REPORT,
    PRAISE;

    public String wire() {
        return name().toUpperCase(Locale.ROOT);
    }

    public static Optional<Kind> parse(String wire) {
        for (Kind value : values()) {
            if (value.wire().equals(wire)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
