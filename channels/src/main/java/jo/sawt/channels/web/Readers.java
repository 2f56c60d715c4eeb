package jo.sawt.channels.web;

import io.helidon.metrics.api.Gauge;
import io.helidon.metrics.api.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** All open sockets and streams of this node: how many there may be, which of them are gone, and the end of them all. */
final class Readers {
    private static final System.Logger LOG = System.getLogger(Readers.class.getName());
    private static final AtomicInteger OPEN = new AtomicInteger();

    private final int most;
    private final Set<Reader> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch none = new CountDownLatch(1);
    private volatile boolean stopped;

    /** An open socket or stream. */
    interface Reader {
        /** Looks whether it still lives, and lets it go where not; never blocks. */
        void check(Instant now);

        /** The server goes down: says so and ends. */
        void stop();
    }

    Readers(int most) {
        this.most = most;
        Metrics.globalRegistry().getOrCreate(Gauge.builder("sawt_chat_readers", OPEN::get));
    }

    /** False when there is no room, or the server is going down. */
    boolean add(Reader reader) {
        if (stopped || open.size() >= most) {
            return false;
        }
        if (open.add(reader)) {
            OPEN.incrementAndGet();
        }
        return true;
    }

    void remove(Reader reader) {
        if (open.remove(reader)) {
            OPEN.decrementAndGet();
            if (stopped && open.isEmpty()) {
                none.countDown();
            }
        }
    }

    int size() {
        return open.size();
    }

    void check(Instant now) {
        open.forEach(reader -> reader.check(now));
    }

    void stop() {
        stopped = true;
        open.forEach(Reader::stop);
        if (open.isEmpty()) {
            none.countDown();
        }
    }

    /** After {@link #stop}: returns when all are gone, or after a while. */
    void awaitNone(Duration longest) {
        try {
            if (!none.await(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(System.Logger.Level.DEBUG, "{0} chats did not end in time", open.size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
