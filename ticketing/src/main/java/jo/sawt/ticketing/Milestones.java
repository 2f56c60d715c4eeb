package jo.sawt.ticketing;

import java.time.Instant;
import java.util.Optional;

/**
 * Times that decide what happens next.
 *
 * @param waitingSince since when the citizen waits for a word of ours
 * @param resolvedAt of the last resolution; the window of reopening counts from it
 * @param reopened how often the citizen has reopened it
 */
public record Milestones(
        Optional<Instant> waitingSince, Optional<Instant> resolvedAt, int reopened, Optional<Rating> rating) {
    static final Milestones NONE = new Milestones(Optional.empty(), Optional.empty(), 0, Optional.empty());
}
