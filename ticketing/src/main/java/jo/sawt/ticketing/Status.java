package jo.sawt.ticketing;

import java.util.Locale;
import java.util.Optional;

/** Where a ticket stands. The wire form is the lower-case name. */
public enum Status {
    NEW,
    ASSISTANT,
    QUEUED,
    IN_PROGRESS,
    WITH_DEPARTMENT,
    AWAITING_CITIZEN,
    RESOLVED,
    CLOSED,
    MERGED,
    SPAM;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Status> parse(String wire) {
        for (Status value : values()) {
            if (value.wire().equals(wire)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
