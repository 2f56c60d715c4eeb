package jo.sawt.channels.sms.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
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
import jo.sawt.channels.sms.Consent;
import jo.sawt.channels.sms.Correspondents;
import jo.sawt.channels.sms.Rest;
import jo.sawt.ticketing.Contact;
import jo.sawt.ticketing.Lang;
import org.bson.Document;
import org.bson.conversions.Bson;

/** One document a number: {@code {_id: contact key, consent, consents: [the last fifty], rest, told, heardAt}}. */
final class MongoCorrespondents implements Correspondents {
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final int CONSENTS_KEPT = 50;

    private final MongoCollection<Document> numbers;

    MongoCorrespondents(MongoCollection<Document> numbers) {
        this.numbers = numbers;
    }

    @Override
    public Correspondent find(Contact contact) {
        return MongoTwilio.guarded(() -> {
            Document number = numbers.find(eq("_id", contact.key())).first();
            if (number == null) {
                return new Correspondent(Optional.empty(), Optional.empty(), Optional.empty());
            }
            return new Correspondent(
                    Optional.ofNullable(number.get("consent", Document.class)).map(MongoCorrespondents::consent),
                    Optional.ofNullable(number.get("rest", Document.class)).map(MongoCorrespondents::rest),
                    Optional.ofNullable(number.getDate("heardAt")).map(Date::toInstant));
        });
    }

    @Override
    public void heard(Contact contact, Instant at) {
        upsert(
                and(eq("_id", contact.key()), or(exists("heardAt", false), lt("heardAt", Date.from(at)))),
                set("heardAt", Date.from(at)));
    }

    @Override
    public void consent(Contact contact, Consent consent) {
        Document kept = new Document("given", consent.given())
                .append("at", Date.from(consent.at()))
                .append("source", consent.source());
        // what one message said is said once: its repeat does not come after what was said since
        boolean said = !consent.source().equals(Consent.PROVIDER);
        Bson later = or(exists("consent", false), lt("consent.at", Date.from(consent.at())));
        upsert(
                and(eq("_id", contact.key()), said ? and(later, ne("consents.source", consent.source())) : later),
                combine(
                        set("consent", kept),
                        pushEach("consents", List.of(kept), new PushOptions().slice(-CONSENTS_KEPT))));
    }

    @Override
    public void remember(Contact contact, Rest rest) {
        upsert(eq("_id", contact.key()), set("rest", document(rest)));
    }

    @Override
    public void advance(Contact contact, Rest before, Rest after) {
        MongoTwilio.guarded(() -> numbers.updateOne(
                and(eq("_id", contact.key()), eq("rest.of", before.of())), set("rest", document(after))));
    }

    @Override
    public boolean mayTell(Contact contact, Instant now, Duration quiet) {
        return upsert(
                and(eq("_id", contact.key()), or(exists("told", false), lt("told", Date.from(now.minus(quiet))))),
                set("told", Date.from(now)));
    }

    /** False where the document is there but is not to be changed: the insert then meets its key. */
    private boolean upsert(Bson filter, Bson update) {
        return MongoTwilio.guarded(() -> {
            try {
                numbers.updateOne(filter, update, UPSERT);
                return true;
            } catch (MongoException e) {
                if (MongoTwilio.isDuplicate(e)) {
                    // Either not to be changed, or two came first at once: then it is there now.
                    return numbers.updateOne(filter, update).getMatchedCount() == 1;
                }
                throw e;
            }
        });
    }

    private static Consent consent(Document kept) {
        return new Consent(kept.getBoolean("given"), kept.getDate("at").toInstant(), kept.getString("source"));
    }

    private static Document document(Rest rest) {
        return new Document("of", rest.of())
                .append("text", rest.text())
                .append("lang", rest.lang().wire())
                .append("more", rest.more())
                .append("at", Date.from(rest.at()));
    }

    private static Rest rest(Document kept) {
        return new Rest(
                kept.getString("of"),
                kept.getString("text"),
                Lang.parse(kept.getString("lang")).orElse(Lang.AR),
                kept.getString("more"),
                kept.getDate("at").toInstant());
    }
}
