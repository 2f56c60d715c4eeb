package jo.sawt.channels.sms.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;

/**
 * Work that is owed, one document each with {@code attempt} and {@code due}, gone when it is done, so that the scan for what
 * is due stays small. What a document says beside is its owner's, who also reads it.
 */
final class OwedWork<T> {
    private final MongoCollection<Document> owed;
    private final Function<Document, T> reading;

    private OwedWork(MongoCollection<Document> owed, Function<Document, T> reading) {
        this.owed = owed;
        this.reading = reading;
    }

    static <T> OwedWork<T> open(MongoCollection<Document> owed, Function<Document, T> reading) {
        owed.createIndex(Indexes.ascending("due"));
        return new OwedWork<>(owed, reading);
    }

    /** How often a document was claimed, this time included. */
    static int attempt(Document document) {
        return document.getInteger("attempt");
    }

    /** Owes what a document with an id says, from now; nothing where that id is owed. */
    void owe(Document what, Instant now) {
        MongoTwilio.once(owed, what.append("attempt", 0).append("due", Date.from(now)));
    }

    boolean owes(String id) {
        return MongoTwilio.guarded(() -> owed.find(eq("_id", id)).first() != null);
    }

    /** Takes what has been due for the longest; it is due again when the lease runs out. */
    Optional<T> claim(Instant now, Duration lease) {
        return MongoTwilio.guarded(() -> Optional.ofNullable(owed.findOneAndUpdate(
                        lte("due", Date.from(now)),
                        combine(set("due", Date.from(now.plus(lease))), inc("attempt", 1)),
                        new FindOneAndUpdateOptions()
                                .sort(Sorts.ascending("due"))
                                .returnDocument(ReturnDocument.AFTER)))
                .map(reading));
    }

    void again(String id, Instant due) {
        MongoTwilio.guarded(() -> owed.updateOne(eq("_id", id), set("due", Date.from(due))));
    }

    /** The same where it was not tried, so that the attempt does not count. */
    void held(String id, Instant due) {
        MongoTwilio.guarded(() ->
                owed.updateOne(eq("_id", id), combine(set("due", Date.from(due)), inc("attempt", -1))));
    }

    void done(String id) {
        MongoTwilio.guarded(() -> owed.deleteOne(eq("_id", id)));
    }
}
