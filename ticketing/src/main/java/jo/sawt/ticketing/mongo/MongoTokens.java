package jo.sawt.ticketing.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import jo.sawt.ticketing.Tokens;
import jo.sawt.ticketing.Username;
import org.bson.Document;

/** Signed-in sessions in the collection {@code sessions}, by the SHA-256 of their token. */
public final class MongoTokens implements Tokens {
    private final MongoCollection<Document> sessions;

    public MongoTokens(MongoDatabase database) {
        this.sessions = database.getCollection("sessions");
    }

    @Override
    public void add(Stored token) {
        Document document = new Document("_id", token.hash())
                .append("user", token.username().value())
                .append("expires", Date.from(token.expires()));
        Reached.run(() -> sessions.insertOne(document));
    }

    @Override
    public Optional<Stored> find(String hash) {
        return Reached.call(() -> Optional.ofNullable(
                        sessions.find(eq("_id", hash)).first())
                .map(document -> new Stored(
                        hash,
                        new Username(document.getString("user")),
                        document.getDate("expires").toInstant())));
    }

    @Override
    public void remove(String hash) {
        Reached.run(() -> sessions.deleteOne(eq("_id", hash)));
    }

    @Override
    public void removeAllOf(Username username) {
        Reached.run(() -> sessions.deleteMany(eq("user", username.value())));
    }

    @Override
    public void removeExpired(Instant now) {
        Reached.run(() -> sessions.deleteMany(lte("expires", Date.from(now))));
    }
}
