package jo.sawt.ticketing;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Tickets with work that is due at once, on this node: the fast path beside the store's own account of what is due. */
final class Wakes {
    /** Beyond this the store's account has to do; nothing is lost. */
    private static final int MOST = 100_000;

    private final LinkedBlockingQueue<Reference> woken = new LinkedBlockingQueue<>(MOST);

    void wake(Reference reference) {
        woken.offer(reference);
    }

    @Nullable
    Reference poll() {
        return woken.poll();
    }

    @Nullable
    Reference poll(long millis) throws InterruptedException {
        return woken.poll(millis, TimeUnit.MILLISECONDS);
    }
}
