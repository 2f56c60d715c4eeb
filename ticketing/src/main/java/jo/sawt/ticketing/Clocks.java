package jo.sawt.ticketing;

import java.time.Instant;
import java.util.Optional;

/**
 * The deadlines of a ticket in working time. A pause is written to the timeline with its reason; the citizen's own clock, in
 * calendar days from the start, never pauses and needs no state.
 *
 * @param firstRespondedAt when a person or department first answered
 * @param pausedSince when the clock was stopped, empty while it runs
 * @param level how often it was escalated
 */
public record Clocks(
        Optional<Instant> firstResponseDueAt,
        Optional<Instant> firstRespondedAt,
        Optional<Instant> resolutionDueAt,
        Optional<Instant> pausedSince,
        int level) {
    static final Clocks NONE = new Clocks(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0);
}
