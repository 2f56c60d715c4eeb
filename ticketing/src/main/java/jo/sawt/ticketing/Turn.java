package jo.sawt.ticketing;

import java.time.Instant;
import java.util.Optional;

/**
 * The assistant's duty to act on the citizen's newest message; at most one runs per ticket.
 *
 * @param upTo the number in the timeline of the newest message to act on
 * @param failures how often it has failed
 * @param due not to be tried before
 */
public record Turn(long upTo, int failures, Instant due, Optional<Lease> lease) {}
