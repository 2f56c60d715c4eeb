package jo.sawt.channels.email.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import java.util.Optional;
import java.util.function.Supplier;
import jo.sawt.channels.email.MailStore;
import jo.sawt.ticketing.DeskUnavailable;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Opens the store of the channel in a database. */
public final class MongoMail {
    private static final int TAKEN = 11000;

    private MongoMail() {}

    public static MailStore open(MongoDatabase database) {
        return guarded(() -> {
            MongoCollection<Document> sent = database.getCollection("mail_sent");
            sent.createIndex(Indexes.ascending("ticket"));
            return new MailStore(
                    new MongoMailThreads(database.getCollection("mail_threads")),
                    new MongoSentLetters(sent),
                    new MongoMailBrakes(
                            database.getCollection("mail_brakes"), database.getCollection("mail_suppressed")),
                    new MongoQuarantine(
                            GridFSBuckets.create(database, "mail_quarantine"),
                            database.getCollection("mail_quarantine.files")),
                    new MongoMailPlaces(database.getCollection("mail_places")),
                    new MongoMailKey(database.getCollection("mail_keys")));
        });
    }

    static <T> T guarded(Supplier<T> act) {
        try {
            return act.get();
        } catch (MongoException e) {
            throw new DeskUnavailable("the store of the email channel", e);
        }
    }

    static Optional<Document> find(MongoCollection<Document> documents, String id) {
        return guarded(() -> Optional.ofNullable(documents.find(eq("_id", id)).first()));
    }

    /** Two nodes may make the same document at once; the second then changes that of the first. */
    static void upsert(MongoCollection<Document> documents, String id, Bson update) {
        guarded(() -> {
            try {
                return documents.updateOne(eq("_id", id), update, new UpdateOptions().upsert(true));
            } catch (MongoException e) {
                if (e.getCode() == TAKEN) {
                    return documents.updateOne(eq("_id", id), update);
                }
                throw e;
            }
        });
    }
}
