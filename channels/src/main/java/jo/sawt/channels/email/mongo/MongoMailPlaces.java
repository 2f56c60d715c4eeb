package jo.sawt.channels.email.mongo;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import jo.sawt.channels.email.MailPlaces;
import org.bson.Document;

/** One document a mailbox: {@code {_id: user, host and folder, validity, uid, at}}. */
final class MongoMailPlaces implements MailPlaces {
    private final MongoCollection<Document> mailboxes;

    MongoMailPlaces(MongoCollection<Document> mailboxes) {
        this.mailboxes = mailboxes;
    }

    @Override
    public Optional<Place> find(String mailbox) {
        return MongoMail.find(mailboxes, mailbox)
                .map(it -> new Place(
                        it.getLong("validity"),
                        it.getLong("uid"),
                        it.getDate("at").toInstant()));
    }

    @Override
    public void reached(String mailbox, Place place) {
        Instant at = place.at();
        MongoMail.upsert(
                mailboxes,
                mailbox,
                combine(set("validity", place.validity()), set("uid", place.uid()), set("at", Date.from(at))));
    }
}
