package jo.sawt.knowledge.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jo.sawt.knowledge.Confirmation;
import jo.sawt.knowledge.Confirmations;
import jo.sawt.knowledge.Reminder;
import jo.sawt.knowledge.ServiceId;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;

/** Confirmations in the collection {@code registry_confirmations}, and the last reminders in {@code registry_stale_reminders}. */
public final class MongoConfirmations implements Confirmations {
    private final MongoCollection<BsonDocument> confirmations;
    private final MongoCollection<BsonDocument> reminders;

    public MongoConfirmations(MongoDatabase database) {
        this.confirmations = database.getCollection("registry_confirmations", BsonDocument.class);
        this.reminders = database.getCollection("registry_stale_reminders", BsonDocument.class);
    }

    @Override
    public List<Confirmation> all() {
        return Stored.guarded(() -> {
            List<Confirmation> found = new ArrayList<>();
            confirmations
                    .find()
                    .forEach(stored -> found.add(new Confirmation(
                            new ServiceId(stored.getString("_id").getValue()),
                            stored.getNumber("version").intValue(),
                            stored.getString("by").getValue(),
                            Instant.ofEpochMilli(stored.getDateTime("at").getValue()),
                            stored.getString("note").getValue())));
            return found;
        });
    }

    @Override
    public void save(Confirmation confirmation) {
        String id = confirmation.service().value();
        BsonDocument document = new BsonDocument("_id", new BsonString(id))
                .append("version", new BsonInt32(confirmation.version()))
                .append("by", new BsonString(confirmation.by()))
                .append("at", new BsonDateTime(confirmation.at().toEpochMilli()))
                .append("note", new BsonString(confirmation.note()));
        Stored.guarded(() -> confirmations.replaceOne(eq("_id", id), document, new ReplaceOptions().upsert(true)));
    }

    @Override
    public List<Reminder> reminders() {
        return Stored.guarded(() -> {
            List<Reminder> found = new ArrayList<>();
            reminders
                    .find()
                    .forEach(stored -> found.add(new Reminder(
                            new ServiceId(stored.getString("_id").getValue()),
                            LocalDate.parse(stored.getString("period").getValue()),
                            Instant.ofEpochMilli(stored.getDateTime("at").getValue()),
                            stored.getNumber("revision").intValue())));
            return found;
        });
    }

    /** One document a service: who writes its next number first has reminded. */
    @Override
    public boolean remind(Reminder reminder) {
        return Stored.save(
                reminders,
                reminder.number(),
                new BsonDocument("_id", new BsonString(reminder.service().value()))
                        .append("revision", new BsonInt32(reminder.number()))
                        .append("period", new BsonString(reminder.period().toString()))
                        .append("at", new BsonDateTime(reminder.at().toEpochMilli())));
    }
}
