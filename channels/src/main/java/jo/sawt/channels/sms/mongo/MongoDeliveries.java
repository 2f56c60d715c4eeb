package jo.sawt.channels.sms.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import jo.sawt.channels.sms.Deliveries;
import jo.sawt.channels.sms.DeliveryStatus;
import org.bson.Document;

/** One document a message sent: {@code {_id, firstAt, at, rank, status, sid, error, price}}, without text or address. */
final class MongoDeliveries implements Deliveries {
    private final MongoCollection<Document> sent;

    private MongoDeliveries(MongoCollection<Document> sent) {
        this.sent = sent;
    }

    static MongoDeliveries open(MongoCollection<Document> sent) {
        sent.createIndex(
                Indexes.ascending("sid"), new IndexOptions().unique(true).sparse(true));
        return new MongoDeliveries(sent);
    }

    @Override
    public Begun begin(String id, Instant now) {
        return MongoTwilio.guarded(() -> {
            try {
                sent.insertOne(new Document("_id", id)
                        .append("firstAt", Date.from(now))
                        .append("at", Date.from(now))
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
        return MongoTwilio.guarded(() -> sent.find(eq("sid", sid)).first() != null);
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
    public boolean price(String sid, String price) {
        return MongoTwilio.guarded(() ->
                sent.updateOne(and(eq("sid", sid), exists("price", false)), set("price", price))
                                .getModifiedCount()
                        == 1);
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
