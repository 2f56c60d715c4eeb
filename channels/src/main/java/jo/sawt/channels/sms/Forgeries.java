package jo.sawt.channels.sms;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Webhooks whose signature was wrong: counted, logged without what they said, and shown to the operator for an hour. */
final class Forgeries {
    private static final System.Logger LOG = System.getLogger(Forgeries.class.getName());
    private static final Duration SHOWN = Duration.ofHours(1);

    private final InstantSource clock;
    private long count;
    private Instant first = Instant.MIN;
    private Instant last = Instant.MIN;

    Forgeries(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void rejected() {
        TwilioMeters.rejectedSignature();
        Instant now = clock.instant();
        first = since().orElse(now);
        last = now;
        count++;
        // Powers of two alone, so that whoever knocks cannot fill the log.
        if (Long.bitCount(count) == 1) {
            LOG.log(System.Logger.Level.WARNING, "webhooks refused for their signature so far: {0}", count);
        }
    }

    /** Since when there are such webhooks, without an hour between them; empty where the last is longer ago. */
    synchronized Optional<Instant> since() {
        return count > 0 && clock.instant().isBefore(last.plus(SHOWN)) ? Optional.of(first) : Optional.empty();
    }
}
