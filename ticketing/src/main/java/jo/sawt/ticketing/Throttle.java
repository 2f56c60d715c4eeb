package jo.sawt.ticketing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/**
 * Slows down guessing: after some failures of a key each next attempt must wait, twice as long each time up to a minute.
 * A key without an attempt for fifteen minutes is forgotten, as are the least used beyond 100,000. Each node counts alone.
 */
public final class Throttle {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Duration FORGET = Duration.ofMinutes(15);

    private final int free;
    private final InstantSource clock;
    private final Cache<String, Failures> failures;

    private record Failures(int count, Instant last) {}

    /** Lets so many failures of a key pass without a wait. */
    public Throttle(int free, InstantSource clock) {
        this.free = free;
        this.clock = clock;
        this.failures = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterWrite(FORGET)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /**
     * Begins an attempt, which counts as a failure until {@link #succeeded} says otherwise, so that attempts at once gain
     * nothing. Returns how long to wait instead, zero where the attempt may go on.
     */
    public Duration begin(String key) {
        Instant now = clock.instant();
        Duration[] wait = {Duration.ZERO};
        failures.asMap().compute(key, (same, before) -> {
            Failures known = before == null ? new Failures(0, now) : before;
            wait[0] = wait(known, now);
            return wait[0].isZero() ? new Failures(known.count() + 1, now) : known;
        });
        return wait[0];
    }

    /** The attempt that was begun last is no failure. */
    public void succeeded(String key) {
        failures.asMap().computeIfPresent(key, (same, before) -> new Failures(before.count() - 1, before.last()));
    }

    /** All failures of the key are forgiven. */
    public void forget(String key) {
        failures.invalidate(key);
    }

    private Duration wait(Failures known, Instant now) {
        if (known.count() < free) {
            return Duration.ZERO;
        }
        long seconds = 1L << Math.min(known.count() - free, 6);
        Duration needed = Duration.ofSeconds(Math.min(seconds, LONGEST_WAIT.toSeconds()));
        Duration left = needed.minus(Duration.between(known.last(), now));
        return left.isNegative() ? Duration.ZERO : left;
    }
}
