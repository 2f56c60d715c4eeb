package jo.sawt.ticketing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When an answer is due, in working time: the port that working calendars and the policy of targets fill. */
public interface Deadlines {
    /**
     * The instants by which a matter that begins at {@code from} must have its first response and be resolved.
     *
     * @param department whose targets and calendar count; the desk's own where empty
     */
    Due due(Kind kind, Optional<DepartmentId> department, Instant from);

    /**
     * The due instant after a pause: what was left of the working time when the clock was stopped counts again from when it
     * went on. A clock that had run out already is due when it was.
     */
    Instant afterPause(Optional<DepartmentId> department, Instant due, Instant stopped, Instant wentOn);

    /** The working time from one instant to another, negative where the second is earlier. */
    Duration workingTime(Optional<DepartmentId> department, Instant from, Instant to);

    /** Both targets of a matter; the first response is never due after the resolution. */
    record Due(Instant firstResponse, Instant resolution) {
        public Due {
            if (firstResponse.isAfter(resolution)) {
                throw new IllegalArgumentException("a first response is due before the resolution, not after it");
            }
        }
    }
}
