package jo.sawt.channels.email.mongo;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import java.util.Optional;
import jo.sawt.channels.email.MailThreads;
import jo.sawt.ticketing.Contact;
import org.bson.Document;

/** One document an address: {@code {_id: contact key, messageId, references, subject}}. */
final class MongoMailThreads implements MailThreads {
    private final MongoCollection<Document> addresses;

    MongoMailThreads(MongoCollection<Document> addresses) {
        this.addresses = addresses;
    }

    @Override
    public void heard(Contact contact, Heard letter) {
        MongoMail.upsert(
                addresses,
                contact.key(),
                combine(
                        set("messageId", letter.messageId()),
                        set("references", letter.references()),
                        set("subject", letter.subject())));
    }

    @Override
    public Optional<Heard> find(Contact contact) {
        return MongoMail.find(addresses, contact.key())
                .filter(address -> address.getString("messageId") != null)
                .map(address -> new Heard(
                        address.getString("messageId"), address.getString("references"), address.getString("subject")));
    }
}
