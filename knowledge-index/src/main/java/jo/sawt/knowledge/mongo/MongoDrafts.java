package jo.sawt.knowledge.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jo.sawt.knowledge.Draft;
import jo.sawt.knowledge.Drafts;
import jo.sawt.knowledge.Reading;
import jo.sawt.knowledge.RecordKind;
import jo.sawt.knowledge.RecordReader;
import jo.sawt.knowledge.RecordWriter;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.ServiceRecord;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;

/** Drafts in the collection {@code registry_drafts}, one document a service: {@code {_id, author, stage, revision, basedOn, from, record, steps}}. */
public final class MongoDrafts implements Drafts {
    private final MongoCollection<BsonDocument> drafts;

    public MongoDrafts(MongoDatabase database) {
        this.drafts = database.getCollection("registry_drafts", BsonDocument.class);
    }

    @Override
    public Optional<Draft> of(ServiceId id) {
        return Stored.guarded(() ->
                Optional.ofNullable(drafts.find(eq("_id", id.value())).first()).map(MongoDrafts::read));
    }

    @Override
    public List<Draft> open() {
        return Stored.guarded(() -> {
            List<Draft> found = new ArrayList<>();
            drafts.find(in("stage", Draft.Stage.DRAFT.wire(), Draft.Stage.IN_REVIEW.wire()))
                    .forEach(stored -> found.add(read(stored)));
            found.sort(Comparator.comparing(draft -> draft.id().value()));
            return found;
        });
    }

    @Override
    public boolean save(Draft next) {
        return Stored.save(drafts, next.revision(), write(next));
    }

    private static BsonDocument write(Draft draft) {
        BsonArray steps = new BsonArray();
        draft.steps()
                .forEach(step -> steps.add(
                        new BsonDocument("to", new BsonString(step.to().wire()))
                                .append("by", new BsonString(step.by()))
                                .append("at", new BsonDateTime(step.at().toEpochMilli()))
                                .append("reason", new BsonString(step.reason()))));
        String from = draft.effectiveFrom().map(LocalDate::toString).orElse("");
        return new BsonDocument("_id", new BsonString(draft.id().value()))
                .append("author", new BsonString(draft.author()))
                .append("stage", new BsonString(draft.stage().wire()))
                .append("revision", new BsonInt32(draft.revision()))
                .append("basedOn", new BsonInt32(draft.basedOn()))
                .append("from", new BsonString(from))
                .append("record", BsonJson.bson(RecordWriter.write(draft.record())))
                .append("steps", steps);
    }

    private static Draft read(BsonDocument stored) {
        List<Draft.Step> steps = stored.getArray("steps").stream()
                .map(step -> step(step.asDocument()))
                .toList();
        return new Draft(
                record(stored),
                stored.getString("author").getValue(),
                Optional.of(stored.getString("from").getValue())
                        .filter(from -> !from.isEmpty())
                        .map(LocalDate::parse),
                stored.getNumber("basedOn").intValue(),
                stage(stored.getString("stage").getValue()),
                stored.getNumber("revision").intValue(),
                steps);
    }

    private static ServiceRecord record(BsonDocument stored) {
        Reading reading = RecordReader.record(RecordKind.SERVICES, BsonJson.json(stored.get("record")));
        if (reading instanceof Reading.Sound sound && sound.record() instanceof ServiceRecord service) {
            return service;
        }
        throw new IllegalStateException("the draft of " + stored.get("_id") + " is damaged");
    }

    private static Draft.Step step(BsonDocument stored) {
        return new Draft.Step(
                stage(stored.getString("to").getValue()),
                stored.getString("by").getValue(),
                Instant.ofEpochMilli(stored.getDateTime("at").getValue()),
                stored.getString("reason").getValue());
    }

    private static Draft.Stage stage(String wire) {
        return Draft.Stage.valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
