package jo.sawt.ticketing;

import java.time.Instant;
import java.util.Optional;

/**
 * The assistant's duty to act on the citizen's newest message; at most one runs per ticket.
 *
 * @param upTo the number in the timeline of the newest message to act on
 * @param failures how often it has failed
 * @param due not to be tried before
 * @param reopened whether its message reopened a resolved ticket, which an answer that settles it resolves again
 */
public record Turn(long upTo, int failures, Instant due, Optional<Lease> lease, boolean reopened) {
    Turn leased(Lease taken) {
        return new Turn(upTo, failures, due, Optional.of(taken), reopened);
    }

    Turn released(Instant again) {
        return new Turn(upTo, failures, again, Optional.empty(), reopened);
    }

    Turn failed(Instant again) {
        return new Turn(upTo, failures + 1, again, Optional.empty(), reopened);
    }

    /** When it can be taken up by a node that does not hold it. */
    Instant wake() {
        return lease.map(Lease::until).orElse(due);
    }
}
