package jo.sawt.channels.web;

import java.time.Duration;
import java.time.Instant;

/** Allows so many at once, and so many a second for long. */
final class TokenBucket {
    private final double most;
    private final double perSecond;
    private double tokens;
    private Instant filled;

    TokenBucket(double most, double perSecond, Instant now) {
        this.most = most;
        this.perSecond = perSecond;
        this.tokens = most;
        this.filled = now;
    }

    synchronized boolean take(double cost, Instant now) {
        fill(now);
        if (tokens < cost) {
            return false;
        }
        tokens -= cost;
        return true;
    }

    synchronized boolean isFull(Instant now) {
        fill(now);
        return tokens >= most;
    }

    private void fill(Instant now) {
        if (now.isAfter(filled)) {
            tokens = Math.min(most, tokens + Duration.between(filled, now).toMillis() * perSecond / 1_000);
            filled = now;
        }
    }
}
