package jo.sawt.channels.server.embedded;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCredential;
import com.mongodb.ServerAddress;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * A durable store in a folder, for one process at a time, reached by the MongoDB driver with {@link #settings}. A write is
 * acknowledged only after it is on the disk.
 */
public final class EmbeddedStore implements AutoCloseable {
    private static final String FILE = "sawt.mv.db";
    private static final int FORMAT = 1;
    private static final int CONNECTIONS = 128;

    private final DataFolder folder;
    private final MVStore store;
    private final Committer committer;
    private final Gate gate = new Gate();
    private final Wire wire;

    private EmbeddedStore(DataFolder folder, MVStore store, Clock clock, boolean synced) {
        this.folder = folder;
        this.store = store;
        MvBackend backend = new MvBackend(store, clock);
        ReadWriteLock lock = new ReentrantReadWriteLock();
        this.committer = new Committer(store, lock.writeLock(), synced);
        this.wire = new Wire(gate, new Commands(backend, lock, committer));
    }

    /** Opens the store of a folder, making both where they are missing; throws {@link StoreFailure} where it cannot. */
    public static EmbeddedStore open(Path path, Clock clock) {
        return open(path, clock, true);
    }

    /** Unsynced only to measure what the sync costs. */
    static EmbeddedStore open(Path path, Clock clock, boolean synced) {
        DataFolder folder = DataFolder.open(path);
        try {
            return new EmbeddedStore(folder, open(folder.file(FILE)), clock, synced);
        } catch (MVStoreException | IllegalStateException | IllegalArgumentException e) {
            folder.close();
            throw new StoreFailure("the store in " + path + " is damaged; nothing was changed in it", e);
        } catch (StoreFailure e) {
            folder.close();
            throw e;
        }
    }

    /** Without commits of its own: they would tear a write in two. */
    private static MVStore open(Path file) {
        MVStore store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .open();
        store.setVersionsToKeep(0);
        store.setRetentionTime(0); // each commit is synced before the next may reuse what it freed
        int format = store.getStoreVersion();
        if (format > FORMAT) {
            store.closeImmediately();
            throw new StoreFailure("the store " + file + " was written by a newer Sawt");
        }
        store.setStoreVersion(FORMAT);
        return store;
    }

    /** How a client reaches this store. */
    public MongoClientSettings settings() {
        var address = new ServerAddress(InetAddress.getLoopbackAddress().getHostAddress(), wire.port());
        return MongoClientSettings.builder()
                .applyToClusterSettings(
                        cluster -> cluster.hosts(List.of(address)).serverSelectionTimeout(5, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxSize(CONNECTIONS))
                .credential(MongoCredential.createPlainCredential(Gate.USER, "$external", gate.password()))
                .build();
    }

    /** Why the store can no longer be written; empty while all is well. */
    public Optional<Throwable> failure() {
        return committer.failure();
    }

    /** For tests: what a disk that goes away does. */
    void breakFile() {
        store.getFileStore().close();
    }

    /** Finishes the requests at hand, and closes the file. */
    @Override
    public void close() {
        wire.close();
        committer.close();
        if (committer.failure().isPresent()) {
            store.closeImmediately();
        } else {
            store.close(); // no time for compaction by moving, which trips over its own assertions; Committer has
            // tidied
        }
        folder.close();
    }
}
