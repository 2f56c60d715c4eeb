package jo.sawt.channels.email.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import jo.sawt.channels.email.MailThreads;
import jo.sawt.ticketing.Contact;
import org.bson.Document;
import org.bson.conversions.Bson;

/** One document an address: {@code {_id: contact key, messageId, references, subject, answers: [{id, at}]}}. */
final class MongoMailThreads implements MailThreads {
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final int MOST_AN_HOUR = 12;
    private static final int MOST_A_DAY = 40;

    private final MongoCollection<Document> addresses;

    MongoMailThreads(MongoCollection<Document> addresses) {
        this.addresses = addresses;
    }

    @Override
    public void heard(Contact contact, Heard letter) {
        upsert(
                contact,
                combine(
                        set("messageId", letter.messageId()),
                        set("references", letter.references()),
                        set("subject", letter.subject())));
    }

    @Override
    public Optional<Heard> find(Contact contact) {
        return document(contact)
                .filter(address -> address.getString("messageId") != null)
                .map(address -> new Heard(
                        address.getString("messageId"), address.getString("references"), address.getString("subject")));
    }

    @Override
    public boolean mayAnswer(Contact contact, String id, Instant now) {
        List<Document> answers = document(contact)
                .map(address -> address.getList("answers", Document.class, List.of()))
                .orElse(List.of());
        if (answers.stream().anyMatch(answer -> id.equals(answer.getString("id")))) {
            return true;
        }
        if (since(answers, now.minus(Duration.ofHours(1))) >= MOST_AN_HOUR
                || since(answers, now.minus(Duration.ofDays(1))) >= MOST_A_DAY) {
            return false;
        }
        Document answer = new Document("id", id).append("at", Date.from(now));
        upsert(contact, pushEach("answers", List.of(answer), new PushOptions().slice(-MOST_A_DAY)));
        return true;
    }

    private static long since(List<Document> answers, Instant time) {
        return answers.stream()
                .filter(answer -> answer.getDate("at").toInstant().isAfter(time))
                .count();
    }

    private Optional<Document> document(Contact contact) {
        return MongoMail.guarded(() ->
                Optional.ofNullable(addresses.find(eq("_id", contact.key())).first()));
    }

    private void upsert(Contact contact, Bson update) {
        MongoMail.guarded(() -> {
            try {
                return addresses.updateOne(eq("_id", contact.key()), update, UPSERT);
            } catch (MongoException e) {
                if (e.getCode() == 11000) {
                    return addresses.updateOne(eq("_id", contact.key()), update);
                }
                throw e;
            }
        });
    }
}
