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
import jo.sawt.channels.sms.Notices;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Contact;
import jo.sawt.ticketing.Lang;
import org.bson.Document;

/** One document a notice that is owed, gone when it is sent, so that the scan for what is due stays small. */
final class MongoNotices implements Notices {
    private final MongoCollection<Document> owed;

    MongoNotices(MongoCollection<Document> owed) {
        this.owed = owed;
    }

    @Override
    public void owe(Notice notice, Instant now) {
        Document document = new Document("_id", notice.id())
                .append("channel", notice.to().channel().wire())
                .append("address", notice.to().address())
                .append("lang", notice.lang().wire())
                .append("text", notice.text())
                .append("always", notice.always())
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
    public boolean owes(String id) {
        return MongoTwilio.guarded(() -> owed.find(eq("_id", id)).first() != null);
    }

    @Override
    public Optional<Notice> claim(Instant now, Duration lease) {
        return MongoTwilio.guarded(() -> Optional.ofNullable(owed.findOneAndUpdate(
                        lte("due", Date.from(now)),
                        combine(set("due", Date.from(now.plus(lease))), inc("attempt", 1)),
                        new FindOneAndUpdateOptions()
                                .sort(Sorts.ascending("due"))
                                .returnDocument(ReturnDocument.AFTER)))
                .map(MongoNotices::notice));
    }

    @Override
    public void again(String id, Instant due) {
        MongoTwilio.guarded(() -> owed.updateOne(eq("_id", id), set("due", Date.from(due))));
    }

    @Override
    public void held(String id, Instant due) {
        MongoTwilio.guarded(() ->
                owed.updateOne(eq("_id", id), combine(set("due", Date.from(due)), inc("attempt", -1))));
    }

    @Override
    public void done(String id) {
        MongoTwilio.guarded(() -> owed.deleteOne(eq("_id", id)));
    }

    private static Notice notice(Document document) {
        return new Notice(
                document.getString("_id"),
                new Contact(Channel.parse(document.getString("channel")).orElseThrow(), document.getString("address")),
                Lang.parse(document.getString("lang")).orElse(Lang.AR),
                document.getString("text"),
                document.getBoolean("always"),
                document.getInteger("attempt"));
    }
}
