package jo.sawt.channels.server.embedded;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Runs commands: reads side by side, writes one at a time, and answers only when all that the reply tells of is durable,
 * what it read included, so that nobody ever acts on what a crash takes back.
 */
final class Commands {
    private static final Set<String> READS = Set.of(
            "find",
            "getmore",
            "killcursors",
            "count",
            "distinct",
            "listcollections",
            "listindexes",
            "listdatabases",
            "dbstats",
            "collstats",
            "hello",
            "ismaster",
            "ping",
            "buildinfo",
            "endsessions",
            "serverstatus",
            "connectionstatus");
    private static final int FAILED = 8;

    private final MongoBackend backend;
    private final ReadWriteLock lock;
    private final Committer committer;

    Commands(MongoBackend backend, ReadWriteLock lock, Committer committer) {
        this.backend = backend;
        this.lock = lock;
        this.committer = committer;
    }

    /** The reply to a command; an error is a reply too. */
    Document run(Channel channel, String database, Document command) {
        String name = command.keySet().iterator().next();
        try {
            return isRead(name, command)
                    ? read(channel, database, name, command)
                    : write(channel, database, name, command);
        } catch (MongoServerError e) {
            return error(e.getCode(), e.getCodeName(), e.getMessageWithoutErrorCode());
        } catch (MongoServerException | StoreFailure e) {
            return error(FAILED, "UnknownError", String.valueOf(e.getMessage()));
        }
    }

    private Document read(Channel channel, String database, String name, Document command) {
        Document reply;
        long seen;
        lock.readLock().lock();
        try {
            reply = copy(backend.handleCommand(channel, database, name, command));
            seen = committer.newest();
        } finally {
            lock.readLock().unlock();
        }
        committer.await(seen);
        return reply;
    }

    private Document write(Channel channel, String database, String name, Document command) {
        Document reply;
        long write;
        lock.writeLock().lock();
        try {
            committer.wrote();
            write = committer.newest();
            reply = copy(backend.handleCommand(channel, database, name, command));
        } finally {
            lock.writeLock().unlock();
        }
        committer.await(write);
        return reply;
    }

    /** The documents in a reply are the stored ones, which a later write changes in place. */
    private static Document copy(Document reply) {
        return withoutKeys(reply.cloneDeeply());
    }

    private static boolean isRead(String name, Document command) {
        String lower = name.toLowerCase(Locale.ROOT);
        return READS.contains(lower) || (lower.equals("aggregate") && !writesOut(command.get("pipeline")));
    }

    private static boolean writesOut(@Nullable Object pipeline) {
        return pipeline instanceof List<?> stages
                && stages.stream()
                        .anyMatch(stage -> stage instanceof Document document
                                && (document.containsKey("$out") || document.containsKey("$merge")));
    }

    /** The library quotes the key that is there already; a key may be somebody's address. */
    private static Document withoutKeys(Document reply) {
        if (reply.get("writeErrors") instanceof List<?> errors) {
            for (Object error : errors) {
                if (error instanceof Document document && document.get("errmsg") instanceof String text) {
                    document.put("errmsg", withoutKey(text));
                }
            }
        }
        return reply;
    }

    private static String withoutKey(String text) {
        int key = text.indexOf(" dup key:");
        return key < 0 ? text : text.substring(0, key);
    }

    static Document error(int code, String name, String text) {
        return new Document("ok", 0)
                .append("code", code)
                .append("codeName", name)
                .append("errmsg", withoutKey(text));
    }
}
