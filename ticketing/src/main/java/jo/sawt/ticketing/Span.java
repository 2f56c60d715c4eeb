package jo.sawt.ticketing;

import java.time.Duration;
import java.time.Instant;

/** From an instant, included, to another, not included. */
record Span(Instant from, Instant to) {
    boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    /** What of this lies at or after an instant; empty spans have a length of zero. */
    Span after(Instant at) {
        return at.isAfter(from) ? new Span(at, to) : this;
    }

    Span before(Instant at) {
        return at.isBefore(to) ? new Span(from, at) : this;
    }

    Duration length() {
        return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
    }
}
