package jo.sawt.channels.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How fast one session may write: {@value #BURST} messages at once and one a second for long, far above what a person
 * types. The same message again, which is what a client does that lost the answer, costs a twentieth. Messages with files are
 * {@value #UPLOADS} at once and six a minute.
 */
final class RateLimits {
    static final int BURST = 60;
    static final int UPLOADS = 20;
    private static final double REPEATED = 0.05;
    private static final int REMEMBERED = 8;

    private final boolean on;
    private final InstantSource clock;
    private final Map<SessionId, Writer> writers = new ConcurrentHashMap<>();

    RateLimits(boolean on, InstantSource clock) {
        this.on = on;
        this.clock = clock;
    }

    boolean allows(SessionId session, String clientId) {
        if (!on) {
            return true;
        }
        Instant now = clock.instant();
        return writers.computeIfAbsent(session, unknown -> new Writer(now)).allows(clientId, now);
    }

    boolean allowsFiles(SessionId session) {
        if (!on) {
            return true;
        }
        Instant now = clock.instant();
        return writers.computeIfAbsent(session, unknown -> new Writer(now))
                .uploads
                .take(1, now);
    }

    /** Forgets those who have been quiet long enough to be as good as new. */
    void forgetQuiet() {
        Instant now = clock.instant();
        writers.values().removeIf(writer -> writer.bucket.isFull(now) && writer.uploads.isFull(now));
    }

    private static final class Writer {
        private final TokenBucket bucket;
        private final TokenBucket uploads;
        private final Deque<String> lately = new ArrayDeque<>(REMEMBERED);

        Writer(Instant now) {
            bucket = new TokenBucket(BURST, 1, now);
            uploads = new TokenBucket(UPLOADS, 0.1, now);
        }

        synchronized boolean allows(String clientId, Instant now) {
            if (lately.contains(clientId)) {
                return bucket.take(REPEATED, now);
            }
            if (!bucket.take(1, now)) {
                return false;
            }
            if (lately.size() == REMEMBERED) {
                lately.removeFirst();
            }
            lately.addLast(clientId);
            return true;
        }
    }
}
