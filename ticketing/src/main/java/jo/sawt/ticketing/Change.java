package jo.sawt.ticketing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One step of a ticket, to be stored as one write.
 *
 * @param before the writes that the step began from, empty for a new ticket
 * @param next the ticket after it, with its whole timeline
 * @param added the entries that the step wrote
 * @param keys that no other ticket may have
 * @param wake when work on it is next due, empty for never
 */
public record Change(Optional<Long> before, Ticket next, List<Entry> added, List<String> keys, Optional<Instant> wake) {
    public Change {
        added = List.copyOf(added);
        keys = List.copyOf(keys);
    }
}
