package jo.sawt.knowledge.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.util.function.Supplier;
import jo.sawt.knowledge.RegistryUnavailable;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** Documents that change by revisions: each is written over the one before it, and only by one writer. */
final class Stored {
    private Stored() {}

    /** Stores a document whose {@code revision} is this; false where another of that revision was stored before. */
    static boolean save(MongoCollection<BsonDocument> collection, int revision, BsonDocument document) {
        BsonValue id = document.get("_id");
        return guarded(() -> {
            if (revision > 1) {
                return collection
                                .replaceOne(and(eq("_id", id), eq("revision", revision - 1)), document)
                                .getMatchedCount()
                        == 1;
            }
            try {
                collection.insertOne(document);
                return true;
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                    return false;
                }
                throw e;
            }
        });
    }

    static <T> T guarded(Supplier<T> call) {
        try {
            return call.get();
        } catch (MongoException e) {
            throw new RegistryUnavailable("the registry's store is away", e);
        }
    }
}
