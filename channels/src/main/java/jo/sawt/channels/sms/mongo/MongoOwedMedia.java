package jo.sawt.channels.sms.mongo;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jo.sawt.channels.sms.Medium;
import jo.sawt.channels.sms.OwedMedia;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Contact;
import org.bson.Document;

/** The media that are to be fetched, each with where it lies until it is kept or given up. */
final class MongoOwedMedia implements OwedMedia {
    private final OwedWork<Claimed> owed;

    MongoOwedMedia(MongoCollection<Document> owed) {
        this.owed = OwedWork.open(owed, document -> new Claimed(medium(document), OwedWork.attempt(document)));
    }

    @Override
    public void owe(Medium medium, Instant now) {
        owed.owe(
                new Document("_id", medium.id())
                        .append("message", medium.message())
                        .append("number", medium.number())
                        .append("url", medium.url())
                        .append("channel", medium.from().channel().wire())
                        .append("address", medium.from().address()),
                now);
    }

    @Override
    public Optional<Claimed> claim(Instant now, Duration lease) {
        return owed.claim(now, lease);
    }

    @Override
    public void again(Medium medium, Instant due) {
        owed.again(medium.id(), due);
    }

    @Override
    public void done(Medium medium) {
        owed.done(medium.id());
    }

    private static Medium medium(Document document) {
        return new Medium(
                document.getString("message"),
                document.getInteger("number"),
                document.getString("url"),
                new Contact(Channel.parse(document.getString("channel")).orElseThrow(), document.getString("address")));
    }
}
