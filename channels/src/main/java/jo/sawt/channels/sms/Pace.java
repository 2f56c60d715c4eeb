package jo.sawt.channels.sms;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;

/** How fast a sender may go: not at all until the time that Twilio named when it throttled us. */
final class Pace {
    static final Duration SLOWEST = Duration.ofMinutes(5);
    private static final Duration FIRST = Duration.ofSeconds(10);

    private final AtomicReference<Instant> until = new AtomicReference<>(Instant.MIN);

    /** How long to wait from now, where there is a wait. */
    Optional<Duration> hold(Instant now) {
        Instant end = until.get();
        return now.isBefore(end) ? Optional.of(Duration.between(now, end)) : Optional.empty();
    }

    void holdUntil(Instant end) {
        until.accumulateAndGet(end, (a, b) -> a.isAfter(b) ? a : b);
    }

    /** 10 s, 20 s, 40 s … up to five minutes, each up to a quarter longer by chance. */
    static Duration backOff(int attempt) {
        long millis = Math.min(FIRST.toMillis() << Math.min(attempt - 1, 10), SLOWEST.toMillis());
        return Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis / 4 + 1));
    }
}
