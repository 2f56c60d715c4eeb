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

    /** Whose move it is in this status. */
    public Owner owner() {
        return switch (this) {
            case NEW, ASSISTANT -> Owner.ASSISTANT;
            case QUEUED -> Owner.QUEUE;
            case IN_PROGRESS -> Owner.AGENT;
            case WITH_DEPARTMENT -> Owner.DEPARTMENT;
            case AWAITING_CITIZEN -> Owner.CITIZEN;
            case RESOLVED, CLOSED, MERGED, SPAM -> Owner.NOBODY;
        };
    }

    /** Whether somebody still has to do something. */
    public boolean isOpen() {
        return owner() != Owner.NOBODY;
    }

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
