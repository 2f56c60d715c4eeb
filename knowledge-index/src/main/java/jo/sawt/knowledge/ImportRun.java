package jo.sawt.knowledge;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * One import, as it goes on or went.
 *
 * @param lines how many lines or rows were read so far
 * @param updatedAt when this was noted; while it runs about every second
 */
public record ImportRun(
        String id, ImportJob job, Instant startedAt, State state, int lines, ImportReport report, Instant updatedAt) {
    private static final Duration SILENT = Duration.ofMinutes(1);

    /** Where it stands; one that nothing was heard of for a minute has ended with its node. */
    public State stateAt(Instant now) {
        return state == State.RUNNING && updatedAt.plus(SILENT).isBefore(now) ? State.BROKEN : state;
    }

    /** The wire form is the lower-case name. */
    public enum State {
        RUNNING,
        DONE,
        /** It ended before its last line. */
        BROKEN;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
