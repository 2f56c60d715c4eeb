package jo.sawt.channels.email.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import jo.sawt.channels.email.DeliveryFate;
import jo.sawt.channels.email.SentLetters;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Contact;
import jo.sawt.ticketing.OutboundMessage;
import jo.sawt.ticketing.Reference;
import org.bson.Document;

/** One document a letter: {@code {_id: id in lower case, id, ticket, to, at, rank, fate, code, reportedAt}}. */
final class MongoSentLetters implements SentLetters {
    private final MongoCollection<Document> letters;

    MongoSentLetters(MongoCollection<Document> letters) {
        this.letters = letters;
    }

    @Override
    public void sent(OutboundMessage message, Instant now) {
        MongoMail.upsert(
                letters,
                message.id().toLowerCase(Locale.ROOT),
                combine(
                        set("id", message.id()),
                        set("ticket", message.ticket().value()),
                        set("to", message.to().address()),
                        set("at", Date.from(now)),
                        setOnInsert("rank", -1)));
    }

    @Override
    public Optional<Sent> find(String id) {
        return MongoMail.find(letters, id).map(MongoSentLetters::read);
    }

    private static Sent read(Document letter) {
        return new Sent(
                letter.getString("id"),
                new Reference(letter.getString("ticket")),
                to(letter),
                Optional.ofNullable(letter.getString("fate"))
                        .map(fate -> DeliveryFate.valueOf(fate.toUpperCase(Locale.ROOT))));
    }

    private static Contact to(Document letter) {
        return new Contact(Channel.EMAIL, letter.getString("to"));
    }

    @Override
    public Optional<Contact> correspondent(Reference ticket) {
        return MongoMail.guarded(() -> Optional.ofNullable(
                        letters.find(eq("ticket", ticket.value())).first())
                .map(MongoSentLetters::to));
    }

    @Override
    public boolean report(String id, DeliveryFate fate, String code, Instant now) {
        return MongoMail.guarded(() -> letters.updateOne(
                                and(eq("_id", id), lt("rank", fate.rank())),
                                combine(
                                        set("rank", fate.rank()),
                                        set("fate", fate.wire()),
                                        set("code", code),
                                        set("reportedAt", Date.from(now))))
                        .getModifiedCount()
                == 1);
    }
}
