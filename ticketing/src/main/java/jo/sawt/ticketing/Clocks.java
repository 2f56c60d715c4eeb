package jo.sawt.ticketing;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

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
    static Clocks due(Deadlines.Due due) {
        return new Clocks(
                Optional.of(due.firstResponse()), Optional.empty(), Optional.of(due.resolution()), Optional.empty(), 0);
    }

    Clocks responded(Instant at) {
        return firstRespondedAt.isPresent()
                ? this
                : new Clocks(firstResponseDueAt, Optional.of(at), resolutionDueAt, pausedSince, level);
    }

    Clocks paused(Instant at) {
        return pausedSince.isPresent()
                ? this
                : new Clocks(firstResponseDueAt, firstRespondedAt, resolutionDueAt, Optional.of(at), level);
    }

    /** Goes on after a pause, by the rule that moves a due instant. */
    Clocks goneOn(UnaryOperator<Instant> later) {
        return new Clocks(
                firstRespondedAt.isPresent() ? firstResponseDueAt : firstResponseDueAt.map(later),
                firstRespondedAt,
                resolutionDueAt.map(later),
                Optional.empty(),
                level);
    }

    Clocks escalated(int to) {
        return new Clocks(firstResponseDueAt, firstRespondedAt, resolutionDueAt, pausedSince, to);
    }

    static final Clocks NONE = new Clocks(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0);
}
