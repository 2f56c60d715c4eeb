package jo.sawt.channels.sms.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import jo.sawt.channels.sms.Medium;
import jo.sawt.channels.sms.OwedMedia;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Contact;
import org.bson.Document;

/** One document a medium that is to be fetched, gone when that is done, so that the scan for what is due stays small. */
final class MongoOwedMedia implements OwedMedia {
    private final MongoCollection<Document> owed;

    MongoOwedMedia(MongoCollection<Document> owed) {
        this.owed = owed;
    }

    @Override
    public void owe(Medium medium, Instant now) {
        Document document = new Document("_id", medium.id())
                .append("message", medium.message())
                .append("number", medium.number())
                .append("url", medium.url())
                .append("channel", medium.from().channel().wire())
                .append("address", medium.from().address())
                .append("attempt", 0)
                .append("due", Date.from(now));
        MongoTwilio.guarded(() -> {
            try {
                return owed.insertOne(document);
            } catch (MongoException e) {
                if (MongoTwilio.isDuplicate(e)) {
                    return document;
                }
                throw e;
            }
        });
    }

    @Override
    public Optional<Claimed> claim(Instant now, Duration lease) {
        return MongoTwilio.guarded(() -> Optional.ofNullable(owed.findOneAndUpdate(
                        lte("due", Date.from(now)),
                        combine(set("due", Date.from(now.plus(lease))), inc("attempt", 1)),
                        new FindOneAndUpdateOptions()
                                .sort(Sorts.ascending("due"))
                                .returnDocument(ReturnDocument.AFTER)))
                .map(document -> new Claimed(medium(document), document.getInteger("attempt"))));
    }

    @Override
    public void again(Medium medium, Instant due) {
        MongoTwilio.guarded(() -> owed.updateOne(eq("_id", medium.id()), set("due", Date.from(due))));
    }

    @Override
    public void done(Medium medium) {
        MongoTwilio.guarded(() -> owed.deleteOne(eq("_id", medium.id())));
    }

    private static Medium medium(Document document) {
        return new Medium(
                document.getString("message"),
                document.getInteger("number"),
                document.getString("url"),
                new Contact(Channel.parse(document.getString("channel")).orElseThrow(), document.getString("address")));
    }
}
