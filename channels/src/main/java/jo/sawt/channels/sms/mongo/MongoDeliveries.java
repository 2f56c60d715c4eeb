package jo.sawt.channels.sms.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import jo.sawt.channels.sms.Deliveries;
import jo.sawt.channels.sms.DeliveryStatus;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * One document a message sent: {@code {_id, firstAt, at, rank, status, sid, error, price, priceDue, old}}, without text or address;
 * {@code old} are the attempts that came back. One that came in has {@code {_id, received: true, firstAt, at, sid, price, priceDue}}.
 */
final class MongoDeliveries implements Deliveries {
    /** By then the list of messages has told most prices. */
    private static final Duration PRICE_AFTER = Duration.ofMinutes(40);
    /** Nobody needs it sooner, and there are as many as citizens write. */
    private static final Duration RECEIVED_PRICE_AFTER = Duration.ofHours(12);

    private final MongoCollection<Document> sent;

    private MongoDeliveries(MongoCollection<Document> sent) {
        this.sent = sent;
    }

    static MongoDeliveries open(MongoCollection<Document> sent) {
        sent.createIndex(
                Indexes.ascending("sid"), new IndexOptions().unique(true).sparse(true));
        sent.createIndex(Indexes.ascending("priceDue"), new IndexOptions().sparse(true));
        return new MongoDeliveries(sent);
    }

    @Override
    public Begun begin(String id, Instant now) {
        return MongoTwilio.guarded(() -> {
            try {
                sent.insertOne(new Document("_id", id)
                        .append("firstAt", Date.from(now))
                        .append("at", Date.from(now))
                        .append("priceDue", Date.from(now.plus(PRICE_AFTER)))
                        .append("rank", 0));
                return new Begun(now, true, Optional.empty());
            } catch (MongoException e) {
                Document known = sent.find(eq("_id", id)).first();
                if (!MongoTwilio.isDuplicate(e) || known == null) {
                    throw e;
                }
                return new Begun(
                        known.getDate("firstAt").toInstant(), false, Optional.ofNullable(known.getString("sid")));
            }
        });
    }

    @Override
    public void taken(String id, String sid) {
        MongoTwilio.guarded(() -> sent.updateOne(eq("_id", id), set("sid", sid)));
    }

    @Override
    public boolean knows(String sid) {
        return MongoTwilio.guarded(() -> sent.find(named(sid)).first() != null);
    }

    private static Bson named(String sid) {
        return or(eq("sid", sid), eq("old", sid));
    }

    @Override
    public boolean isNews(String id, Report report) {
        return MongoTwilio.guarded(() -> sent.find(and(
                                eq("_id", id),
                                lt("rank", report.status().rank()),
                                ne("old", report.sid()),
                                or(exists("sid", false), eq("sid", report.sid()))))
                        .first()
                != null);
    }

    @Override
    public void again(String id, String sid) {
        MongoTwilio.guarded(() -> sent.updateOne(
                and(eq("_id", id), eq("sid", sid)),
                combine(set("rank", 0), unset("sid"), unset("status"), unset("error"), addToSet("old", sid))));
    }

    @Override
    public int cameBack(String id) {
        return MongoTwilio.guarded(() -> Optional.ofNullable(
                        sent.find(eq("_id", id)).first())
                .map(document ->
                        document.getList("old", String.class, List.of()).size())
                .orElse(0));
    }

    @Override
    public boolean report(String id, Report report, Instant now) {
        return MongoTwilio.guarded(() -> sent.updateOne(
                                and(eq("_id", id), lt("rank", report.status().rank())),
                                combine(
                                        set("rank", report.status().rank()),
                                        set("status", report.status().wire()),
                                        set("sid", report.sid()),
                                        set("at", Date.from(now)),
                                        report.error().isPresent()
                                                ? set("error", report.error().get())
                                                : unset("error")))
                        .getModifiedCount()
                == 1);
    }

    @Override
    public Optional<String> idOf(String sid) {
        return MongoTwilio.guarded(
                () -> Optional.ofNullable(sent.find(named(sid)).first()).map(document -> document.getString("_id")));
    }

    @Override
    public void received(String sid, Instant at) {
        if (knows(sid)) {
            return;
        }
        MongoTwilio.once(
                sent,
                new Document("_id", "received-" + sid)
                        .append("received", true)
                        .append("firstAt", Date.from(at))
                        .append("at", Date.from(at))
                        .append("sid", sid)
                        .append("priceDue", Date.from(at.plus(RECEIVED_PRICE_AFTER))));
    }

    @Override
    public boolean price(String sid, String price) {
        return MongoTwilio.guarded(() -> sent.updateOne(
                                and(eq("sid", sid), exists("price", false)),
                                combine(set("price", price), unset("priceDue")))
                        .getModifiedCount()
                == 1);
    }

    @Override
    public List<Unpriced> unpriced(boolean received, Instant now, int limit) {
        return MongoTwilio.guarded(() -> sent.find(
                        and(lte("priceDue", Date.from(now)), exists("sid"), exists("received", received)))
                .limit(limit)
                .map(document -> new Unpriced(
                        document.getString("sid"), document.getDate("firstAt").toInstant()))
                .into(new ArrayList<>()));
    }

    @Override
    public void priceAgain(String sid, Optional<Instant> due) {
        MongoTwilio.guarded(() -> sent.updateOne(
                eq("sid", sid), due.map(at -> set("priceDue", Date.from(at))).orElseGet(() -> unset("priceDue"))));
    }

    @Override
    public Optional<Report> find(String id) {
        return MongoTwilio.guarded(() -> Optional.ofNullable(
                        sent.find(eq("_id", id)).first())
                .map(document -> new Report(
                        Optional.ofNullable(document.getString("sid")).orElse(""),
                        Optional.ofNullable(document.getString("status"))
                                .flatMap(DeliveryStatus::parse)
                                .orElse(DeliveryStatus.ACCEPTED),
                        Optional.ofNullable(document.getString("error")))));
    }

    @Override
    public void forgetBefore(Instant time) {
        MongoTwilio.guarded(() -> sent.deleteMany(lt("at", Date.from(time))));
    }
}
