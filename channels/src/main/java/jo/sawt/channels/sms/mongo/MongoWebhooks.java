package jo.sawt.channels.sms.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import jo.sawt.channels.sms.Webhooks;
import org.bson.Document;

/** One document a webhook: {@code {_id: its token, sid, at}}. The token is the key, so that of several at once one is first. */
final class MongoWebhooks implements Webhooks {
    private final MongoCollection<Document> came;

    private MongoWebhooks(MongoCollection<Document> came) {
        this.came = came;
    }

    static MongoWebhooks open(MongoCollection<Document> came) {
        came.createIndex(Indexes.ascending("at"));
        return new MongoWebhooks(came);
    }

    @Override
    public Brought first(String token, Brought brought) {
        Document document =
                new Document("_id", token).append("sid", brought.sid()).append("at", Date.from(brought.at()));
        return MongoTwilio.once(came, document) ? brought : known(token).orElse(brought);
    }

    private Optional<Brought> known(String token) {
        return MongoTwilio.guarded(() -> Optional.ofNullable(
                        came.find(eq("_id", token)).first())
                .map(document -> new Brought(
                        document.getString("sid"), document.getDate("at").toInstant())));
    }

    @Override
    public void forgetBefore(Instant time) {
        MongoTwilio.guarded(() -> came.deleteMany(lt("at", Date.from(time))));
    }
}
