package jo.sawt.channels.email.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBuckets;
import java.util.function.Supplier;
import jo.sawt.channels.email.MailStore;
import jo.sawt.ticketing.DeskUnavailable;

/** Opens the store of the channel in a database. */
public final class MongoMail {
    private MongoMail() {}

    public static MailStore open(MongoDatabase database) {
        return guarded(() -> new MailStore(
                new MongoMailThreads(database.getCollection("mail_threads")),
                new MongoQuarantine(
                        GridFSBuckets.create(database, "mail_quarantine"),
                        database.getCollection("mail_quarantine.files"))));
    }

    static <T> T guarded(Supplier<T> act) {
        try {
            return act.get();
        } catch (MongoException e) {
            throw new DeskUnavailable("the store of the email channel", e);
        }
    }
}
