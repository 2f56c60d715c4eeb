package jo.sawt.channels.server.embedded;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * Makes writes durable, many at a time: one thread commits under the lock that keeps writers out, so that no commit holds
 * half of a write, syncs the file outside of it while others write on, and then lets all go whose writes the sync covers.
 * The next commit comes only after that sync, so the file always holds a whole version that nothing has overwritten.
 */
final class Committer implements AutoCloseable {
    private static final long IDLE_MILLIS = 200;
    private static final int COMMITS_BETWEEN_TIDYING = 500;
    private static final int FILL_PERCENT = 60;
    private static final int TIDY_BYTES = 512 * 1024;

    private final MVStore store;
    private final Lock writers;
    private final boolean syncing;
    private final Thread thread;
    private final ReentrantLock state = new ReentrantLock();
    private final Condition wanted = state.newCondition();
    private final Condition synced = state.newCondition();
    private volatile long written;
    private long durable;
    private boolean closing;
    private boolean tidy;
    private int untidied;
    private volatile @Nullable Throwable failure;

    /**
     * Starts the thread.
     *
     * @param writers the lock that every write holds
     * @param syncing false to acknowledge without waiting for the disk, which only a benchmark wants
     */
    Committer(MVStore store, Lock writers, boolean syncing) {
        this.store = store;
        this.writers = writers;
        this.syncing = syncing;
        this.thread = Thread.ofPlatform().name("store-commit").start(this::run);
    }

    /** Counts a write; called by a writer while it holds the lock. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer at a time
    void wrote() {
        written++;
    }

    /** The number of the newest write, for {@link #await}. */
    long newest() {
        return written;
    }

    /** Returns when that write and all before it are on the disk; throws when they will not be. */
    void await(long write) {
        state.lock();
        try {
            while (syncing && durable < write) {
                if (failure != null) {
                    throw new StoreFailure("the store can no longer be written", failure);
                }
                wanted.signal();
                synced.awaitUninterruptibly();
            }
        } finally {
            state.unlock();
        }
    }

    /** Why nothing can be written any more. */
    Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    private void run() {
        try {
            while (waitForWork()) {
                commit();
            }
        } catch (RuntimeException | Error e) {
            fail(e);
        } catch (InterruptedException e) {
            fail(e);
        }
    }

    private boolean waitForWork() throws InterruptedException {
        state.lock();
        try {
            while (written == durable && !closing) {
                boolean idle = !wanted.await(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                if (idle && untidied > 0 && written == durable) {
                    tidy = true;
                    return true;
                }
            }
            return written != durable;
        } finally {
            state.unlock();
        }
    }

    private void commit() {
        long covered;
        writers.lock();
        try {
            covered = written;
            if (tidy || untidied >= COMMITS_BETWEEN_TIDYING) {
                untidied = store.compact(FILL_PERCENT, TIDY_BYTES) ? 1 : 0;
                tidy = false;
            } else {
                untidied++;
            }
            store.commit();
        } finally {
            writers.unlock();
        }
        store.sync();
        state.lock();
        try {
            durable = covered;
            synced.signalAll();
        } finally {
            state.unlock();
        }
    }

    private void fail(Throwable cause) {
        state.lock();
        try {
            failure = cause;
            synced.signalAll();
        } finally {
            state.unlock();
        }
    }

    /** Makes durable what is still owed, and ends the thread. */
    @Override
    public void close() {
        state.lock();
        try {
            closing = true;
            wanted.signal();
        } finally {
            state.unlock();
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
