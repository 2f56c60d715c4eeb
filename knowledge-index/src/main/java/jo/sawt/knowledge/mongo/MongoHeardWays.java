package jo.sawt.knowledge.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jo.sawt.knowledge.Facet;
import jo.sawt.knowledge.Heard;
import jo.sawt.knowledge.HeardWays;
import jo.sawt.knowledge.ServiceId;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;

/**
 * Candidates in the collection {@code registry_heard}: {@code {_id, service, text, facet, state, revision, times, sources,
 * verdict?}}.
 */
public final class MongoHeardWays implements HeardWays {
    private final MongoCollection<BsonDocument> heard;

    public MongoHeardWays(MongoDatabase database) {
        this.heard = database.getCollection("registry_heard", BsonDocument.class);
    }

    @Override
    public Optional<Heard> of(String id) {
        return Stored.guarded(
                () -> Optional.ofNullable(heard.find(eq("_id", id)).first()).map(MongoHeardWays::read));
    }

    @Override
    public List<Heard> in(Heard.State state) {
        return Stored.guarded(() -> {
            List<Heard> found = new ArrayList<>();
            heard.find(eq("state", state.wire())).forEach(stored -> found.add(read(stored)));
            found.sort(Comparator.comparingInt(Heard::times).reversed().thenComparing(Heard::id));
            return found;
        });
    }

    @Override
    public boolean save(Heard next) {
        return Stored.save(heard, next.revision(), write(next));
    }

    private static BsonDocument write(Heard heard) {
        BsonArray sources = new BsonArray();
        heard.sources()
                .forEach(source -> sources.add(new BsonDocument("ticket", new BsonString(source.ticket()))
                        .append("channel", new BsonString(source.channel()))
                        .append(
                                "confirmation",
                                new BsonString(source.confirmation().wire()))
                        .append("by", new BsonString(source.by().orElse("")))
                        .append("at", new BsonDateTime(source.at().toEpochMilli()))));
        BsonDocument document = new BsonDocument("_id", new BsonString(heard.id()))
                .append("service", new BsonString(heard.service().value()))
                .append("text", new BsonString(heard.text()))
                .append("facet", new BsonString(heard.facet().map(Facet::wire).orElse("")))
                .append("state", new BsonString(heard.state().wire()))
                .append("revision", new BsonInt32(heard.revision()))
                .append("times", new BsonInt32(heard.times()))
                .append("sources", sources);
        heard.verdict()
                .ifPresent(verdict -> document.append(
                        "verdict",
                        new BsonDocument("by", new BsonString(verdict.by()))
                                .append("at", new BsonDateTime(verdict.at().toEpochMilli()))
                                .append("reason", new BsonString(verdict.reason()))));
        return document;
    }

    private static Heard read(BsonDocument stored) {
        return new Heard(
                stored.getString("_id").getValue(),
                new ServiceId(stored.getString("service").getValue()),
                stored.getString("text").getValue(),
                Facet.parse(stored.getString("facet").getValue()),
                Heard.State.valueOf(stored.getString("state").getValue().toUpperCase(Locale.ROOT)),
                stored.getNumber("revision").intValue(),
                stored.getNumber("times").intValue(),
                stored.getArray("sources").stream()
                        .map(source -> source(source.asDocument()))
                        .toList(),
                Optional.ofNullable(stored.getDocument("verdict", null)).map(MongoHeardWays::verdict));
    }

    private static Heard.Source source(BsonDocument stored) {
        return new Heard.Source(
                stored.getString("ticket").getValue(),
                stored.getString("channel").getValue(),
                Heard.Confirmation.valueOf(
                        stored.getString("confirmation").getValue().toUpperCase(Locale.ROOT)),
                Optional.of(stored.getString("by").getValue()).filter(by -> !by.isEmpty()),
                Instant.ofEpochMilli(stored.getDateTime("at").getValue()));
    }

    private static Heard.Verdict verdict(BsonDocument stored) {
        return new Heard.Verdict(
                stored.getString("by").getValue(),
                Instant.ofEpochMilli(stored.getDateTime("at").getValue()),
                stored.getString("reason").getValue());
    }
}
