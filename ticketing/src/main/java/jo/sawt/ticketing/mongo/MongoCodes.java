package jo.sawt.ticketing.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import jo.sawt.ticketing.Codes;
import jo.sawt.ticketing.PasswordHash;
import jo.sawt.ticketing.Reference;
import org.bson.Document;

/** Codes in the collection {@code tracking_codes}, one document a ticket, as hashes. */
public final class MongoCodes implements Codes {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST_AN_HOUR = 3;
    private static final int MOST_TRIES = 5;

    private final MongoCollection<Document> codes;

    public MongoCodes(MongoDatabase database) {
        this.codes = database.getCollection("tracking_codes");
    }

    @Override
    public boolean put(Reference ticket, PasswordHash code, Instant expires, Instant now) {
        return Reached.call(() -> {
            Document before = codes.find(eq("_id", ticket.value())).first();
            List<Date> issued = new ArrayList<>(before == null ? List.of() : before.getList("issued", Date.class));
            issued.removeIf(at -> at.toInstant().isBefore(now.minus(HOUR)));
            if (issued.size() >= MOST_AN_HOUR) {
                return false;
            }
            issued.add(Date.from(now));
            Document after = new Document("_id", ticket.value())
                    .append("code", code.encoded())
                    .append("expires", Date.from(expires))
                    .append("tries", 0)
                    .append("issued", issued);
            return Reached.insertedOnce(
                    () -> codes.replaceOne(eq("_id", ticket.value()), after, new ReplaceOptions().upsert(true)));
        });
    }

    @Override
    public Optional<PasswordHash> tried(Reference ticket, Instant now) {
        return Reached.call(() -> Optional.ofNullable(codes.findOneAndUpdate(
                        and(
                                eq("_id", ticket.value()),
                                exists("code"),
                                gt("expires", Date.from(now)),
                                lt("tries", MOST_TRIES)),
                        Updates.inc("tries", 1)))
                .map(document -> new PasswordHash(Docs.text(document, "code"))));
    }

    @Override
    public boolean use(Reference ticket, PasswordHash code, String pass, Instant until) {
        return Reached.call(() -> codes.updateOne(
                                and(eq("_id", ticket.value()), eq("code", code.encoded())),
                                Updates.combine(
                                        Updates.unset("code"),
                                        Updates.set("pass", pass),
                                        Updates.set("expires", Date.from(until))))
                        .getMatchedCount()
                == 1);
    }

    @Override
    public boolean passes(Reference ticket, String pass, Instant now) {
        return Reached.call(() ->
                codes.find(and(eq("_id", ticket.value()), eq("pass", pass), gt("expires", Date.from(now))))
                                .first()
                        != null);
    }

    @Override
    public void removeExpired(Instant now) {
        Reached.run(() -> codes.deleteMany(lt("expires", Date.from(now.minus(HOUR)))));
    }
}
