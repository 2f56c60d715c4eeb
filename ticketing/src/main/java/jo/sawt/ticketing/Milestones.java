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
    Milestones waiting(Optional<Instant> since) {
        return new Milestones(since, resolvedAt, reopened, rating);
    }

    Milestones resolved(Instant at) {
        return new Milestones(Optional.empty(), Optional.of(at), reopened, rating);
    }

    Milestones reopenedOnce() {
        return new Milestones(waitingSince, resolvedAt, reopened + 1, rating);
    }

    Milestones notReopened() {
        return new Milestones(waitingSince, resolvedAt, Math.max(0, reopened - 1), rating);
    }

    Milestones rated(Rating value) {
        return new Milestones(waitingSince, resolvedAt, reopened, Optional.of(value));
    }

    static final Milestones NONE = new Milestones(Optional.empty(), Optional.empty(), 0, Optional.empty());
}
