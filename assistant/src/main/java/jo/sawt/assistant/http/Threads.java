package jo.sawt.assistant.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Option;

/** The threads of follow-ups by session: each for thirty minutes after its last question, the least recently used go first. */
final class Threads {
    static final int MOST = 10_000;
    static final Duration KEPT = Duration.ofMinutes(30);

    private final InstantSource clock;
    private final int most;
    private final ReentrantLock lock = new ReentrantLock();
    private final LinkedHashMap<String, Kept> threads = new LinkedHashMap<>(64, 0.75f, true);

    /** What the next question of a session is read in the light of. */
    record Held(Lang lang, List<Option> offered, Map<String, String> memory) {}

    private record Kept(Held held, Instant at) {}

    Threads(InstantSource clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    Optional<Held> of(String session) {
        lock.lock();
        try {
            Kept kept = threads.get(session);
            if (kept == null || kept.at().plus(KEPT).isBefore(clock.instant())) {
                threads.remove(session);
                return Optional.empty();
            }
            return Optional.of(kept.held());
        } finally {
            lock.unlock();
        }
    }

    void keep(String session, Held held) {
        lock.lock();
        try {
            threads.put(session, new Kept(held, clock.instant()));
            var eldest = threads.entrySet().iterator();
            while (threads.size() > most) {
                eldest.next();
                eldest.remove();
            }
        } finally {
            lock.unlock();
        }
    }
}
