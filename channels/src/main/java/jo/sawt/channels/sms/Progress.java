package jo.sawt.channels.sms;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How far the provider's list has been compared with what is stored. */
public interface Progress {
    /** Takes the comparison on for the length of the lease, if none has; the time up to which it was done. */
    Optional<Instant> claim(Instant now, Duration lease);

    /** Compared up to a time; due again at another. */
    void reached(Instant until, Instant due);
}
