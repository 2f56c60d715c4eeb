package jo.sawt.ticketing;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which tickets to list, for whom. What the caller may not see is never in the answer.
 *
 * @param statuses empty for all
 * @param cursor where the page before ended, as it said itself
 */
public record TicketQuery(
        Set<Status> statuses, Filter filter, Optional<String> words, Sort sort, Optional<String> cursor, int limit) {
    public static final int MOST = 200;

    public TicketQuery {
        statuses = Set.copyOf(statuses);
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("a page has 1 to " + MOST + " tickets");
        }
    }

    /**
     * By equal values, where given.
     *
     * @param dueBefore those whose resolution is due before it
     */
    public record Filter(
            Optional<Kind> kind,
            Optional<DepartmentId> department,
            Optional<Username> assignee,
            Optional<Channel> channel,
            Optional<String> service,
            Optional<Instant> dueBefore) {
        public static final Filter NONE = new Filter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** In which order. The wire form names the field, with a minus for descending. */
    public enum Sort {
        NEWEST("-createdAt"),
        OLDEST("createdAt"),
        CHANGED("-updatedAt"),
        DUE("due");

        private final String wire;

        Sort(String wire) {
            this.wire = wire;
        }

        public String wire() {
            return wire;
        }

        public static Optional<Sort> parse(String wire) {
            for (Sort value : values()) {
                if (value.wire.equals(wire)) {
                    return Optional.of(value);
                }
            }
            return Optional.empty();
        }
    }
}
