package jo.sawt.channels.email.mongo;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.PushOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import jo.sawt.channels.email.MailBrakes;
import jo.sawt.channels.email.MailSettings;
import jo.sawt.ticketing.OutboundMessage;
import org.bson.Document;

/**
 * One document for each that is answered: {@code {_id: address or ticket, answers: [{id, at}], complainedAt}}; and one for
 * each answer held back: {@code {_id: message id, ticket, reason, at}}.
 */
final class MongoMailBrakes implements MailBrakes {
    private final MongoCollection<Document> answered;
    private final MongoCollection<Document> suppressed;

    MongoMailBrakes(MongoCollection<Document> answered, MongoCollection<Document> suppressed) {
        this.answered = answered;
        this.suppressed = suppressed;
    }

    @Override
    public boolean mayAnswer(String whom, String id, MailSettings.Rate rate, Instant now) {
        List<Document> answers = MongoMail.find(answered, whom)
                .map(it -> it.getList("answers", Document.class, List.of()))
                .orElse(List.of());
        if (answers.stream().anyMatch(answer -> id.equals(answer.getString("id")))) {
            return true;
        }
        if (since(answers, now.minus(Duration.ofHours(1))) >= rate.hour()
                || since(answers, now.minus(Duration.ofDays(1))) >= rate.day()) {
            return false;
        }
        Document answer = new Document("id", id).append("at", Date.from(now));
        MongoMail.upsert(answered, whom, pushEach("answers", List.of(answer), new PushOptions().slice(-rate.day())));
        return true;
    }

    private static long since(List<Document> answers, Instant time) {
        return answers.stream()
                .filter(answer -> answer.getDate("at").toInstant().isAfter(time))
                .count();
    }

    @Override
    public void complained(String address, Instant now) {
        MongoMail.upsert(answered, "complaint:" + address, set("complainedAt", Date.from(now)));
    }

    @Override
    public boolean hasComplained(String address) {
        return MongoMail.find(answered, "complaint:" + address).isPresent();
    }

    @Override
    public void suppressed(OutboundMessage message, String reason, Instant now) {
        MongoMail.upsert(
                suppressed,
                message.id(),
                combine(set("ticket", message.ticket().value()), set("reason", reason), set("at", Date.from(now))));
    }

    @Override
    public Optional<String> suppression(String id) {
        return MongoMail.find(suppressed, id).map(it -> it.getString("reason"));
    }

    @Override
    public long suppressions() {
        return MongoMail.guarded(() -> suppressed.countDocuments());
    }
}
