package jo.sawt.channels.sms;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The media that are still to be fetched, durably, so that no webhook waits for them. */
public interface OwedMedia {
    /** Keeps what is to be fetched; the same medium again is the same. */
    void owe(Medium medium, Instant now);

    /** Takes one that is due, for the length of the lease. */
    Optional<Claimed> claim(Instant now, Duration lease);

    void again(Medium medium, Instant due);

    void done(Medium medium);

    /**
     * One in hand.
     *
     * @param attempt 1 when first claimed
     */
    record Claimed(Medium medium, int attempt) {}
}
