package jo.sawt.channels.sms.mongo;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jo.sawt.channels.sms.Notices;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Contact;
import jo.sawt.ticketing.Lang;
import org.bson.Document;

/** The notices that are owed, each with its text and address until it is sent. */
final class MongoNotices implements Notices {
    private final OwedWork<Notice> owed;

    MongoNotices(MongoCollection<Document> owed) {
        this.owed = OwedWork.open(owed, MongoNotices::notice);
    }

    @Override
    public void owe(Notice notice, Instant now) {
        owed.owe(
                new Document("_id", notice.id())
                        .append("channel", notice.to().channel().wire())
                        .append("address", notice.to().address())
                        .append("lang", notice.lang().wire())
                        .append("text", notice.text())
                        .append("always", notice.always()),
                now);
    }

    @Override
    public boolean owes(String id) {
        return owed.owes(id);
    }

    @Override
    public Optional<Notice> claim(Instant now, Duration lease) {
        return owed.claim(now, lease);
    }

    @Override
    public void again(String id, Instant due) {
        owed.again(id, due);
    }

    @Override
    public void held(String id, Instant due) {
        owed.held(id, due);
    }

    @Override
    public void done(String id) {
        owed.done(id);
    }

    private static Notice notice(Document document) {
        return new Notice(
                document.getString("_id"),
                new Contact(Channel.parse(document.getString("channel")).orElseThrow(), document.getString("address")),
                Lang.parse(document.getString("lang")).orElse(Lang.AR),
                document.getString("text"),
                document.getBoolean("always"),
                OwedWork.attempt(document));
    }
}
