package jo.sawt.channels.sms.mongo;

import com.mongodb.DuplicateKeyException;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.function.Supplier;
import jo.sawt.channels.sms.TwilioStore;
import jo.sawt.ticketing.DeskUnavailable;
import org.bson.Document;

/** Opens the store of the channel in a database, with its indexes. */
public final class MongoTwilio {
    private MongoTwilio() {}

    public static TwilioStore open(MongoDatabase database) {
        return guarded(() -> new TwilioStore(
                new MongoCorrespondents(database.getCollection("sms_correspondents")),
                new MongoNotices(database.getCollection("sms_notices")),
                MongoDeliveries.open(database.getCollection("sms_deliveries")),
                new MongoProgress(database.getCollection("sms_progress")),
                new MongoOwedMedia(database.getCollection("sms_media")),
                MongoWebhooks.open(database.getCollection("sms_webhooks"))));
    }

    static <T> T guarded(Supplier<T> act) {
        try {
            return act.get();
        } catch (MongoException e) {
            throw new DeskUnavailable("the store of the SMS channel", e);
        }
    }

    /** Puts a document in; false where one of its id is there, which stays as it is. */
    static boolean once(MongoCollection<Document> documents, Document document) {
        return guarded(() -> {
            try {
                return documents.insertOne(document).wasAcknowledged();
            } catch (MongoException e) {
                if (isDuplicate(e)) {
                    return false;
                }
                throw e;
            }
        });
    }

    static boolean isDuplicate(MongoException e) {
        return e instanceof DuplicateKeyException
                || (e instanceof MongoWriteException write
                        && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY)
                || e.getCode() == 11000;
    }
}
