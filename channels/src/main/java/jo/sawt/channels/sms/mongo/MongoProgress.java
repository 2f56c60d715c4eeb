package jo.sawt.channels.sms.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import jo.sawt.channels.sms.Progress;
import org.bson.Document;

/** One document: {@code {_id: "list", until, due}}. The first claim only marks where to begin. */
final class MongoProgress implements Progress {
    private static final String ID = "list";

    private final MongoCollection<Document> progress;

    MongoProgress(MongoCollection<Document> progress) {
        this.progress = progress;
    }

    @Override
    public Optional<Instant> claim(Instant now, Duration lease) {
        return MongoTwilio.guarded(() -> {
            Document claimed = progress.findOneAndUpdate(
                    and(eq("_id", ID), lte("due", Date.from(now))), set("due", Date.from(now.plus(lease))));
            if (claimed == null) {
                begin(now);
                return Optional.empty();
            }
            return Optional.of(claimed.getDate("until").toInstant());
        });
    }

    private void begin(Instant now) {
        if (progress.find(eq("_id", ID)).first() != null) {
            return;
        }
        MongoTwilio.once(
                progress,
                new Document("_id", ID).append("until", Date.from(now)).append("due", Date.from(now)));
    }

    @Override
    public void reached(Instant until, Instant due) {
        MongoTwilio.guarded(() ->
                progress.updateOne(eq("_id", ID), combine(set("until", Date.from(until)), set("due", Date.from(due)))));
    }
}
