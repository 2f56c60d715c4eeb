package jo.sawt.knowledge.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jo.sawt.knowledge.DepartmentId;
import jo.sawt.knowledge.Editor;
import jo.sawt.knowledge.Form;
import jo.sawt.knowledge.ImportJob;
import jo.sawt.knowledge.ImportReport;
import jo.sawt.knowledge.ImportRun;
import jo.sawt.knowledge.ImportRuns;
import jo.sawt.knowledge.RecordKind;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;

/** Imports in the collection {@code registry_imports}, without what was refused, which is told to the importer alone. */
public final class MongoImportRuns implements ImportRuns {
    private static final int KEPT = 200;

    private final MongoCollection<BsonDocument> runs;

    public MongoImportRuns(MongoDatabase database) {
        this.runs = database.getCollection("registry_imports", BsonDocument.class);
    }

    @Override
    public void save(ImportRun run) {
        Stored.guarded(() -> runs.replaceOne(eq("_id", run.id()), write(run), new ReplaceOptions().upsert(true)));
        if (run.state() != ImportRun.State.RUNNING) {
            forget();
        }
    }

    private void forget() {
        List<ImportRun> newest = newest();
        if (newest.size() == KEPT) {
            var oldest = new BsonDateTime(newest.getLast().startedAt().toEpochMilli());
            Stored.guarded(() -> runs.deleteMany(lt("startedAt", oldest)));
        }
    }

    @Override
    public Optional<ImportRun> of(String id) {
        return Stored.guarded(
                () -> Optional.ofNullable(runs.find(eq("_id", id)).first()).map(MongoImportRuns::read));
    }

    @Override
    public List<ImportRun> newest() {
        return Stored.guarded(() -> {
            List<ImportRun> found = new ArrayList<>();
            runs.find().sort(descending("startedAt")).limit(KEPT).forEach(stored -> found.add(read(stored)));
            return found;
        });
    }

    private static BsonDocument write(ImportRun run) {
        ImportJob job = run.job();
        ImportReport report = run.report();
        return new BsonDocument("_id", new BsonString(run.id()))
                .append("kind", new BsonString(job.kind().wire()))
                .append("form", new BsonString(job.form().wire()))
                .append("by", new BsonString(job.editor().username()))
                .append(
                        "department",
                        new BsonString(job.editor()
                                .department()
                                .map(DepartmentId::value)
                                .orElse("")))
                .append("dryRun", BsonBoolean.valueOf(job.dryRun()))
                .append("startedAt", new BsonDateTime(run.startedAt().toEpochMilli()))
                .append("updatedAt", new BsonDateTime(run.updatedAt().toEpochMilli()))
                .append("state", new BsonString(run.state().wire()))
                .append("lines", new BsonInt32(run.lines()))
                .append("created", new BsonInt32(report.created()))
                .append("updated", new BsonInt32(report.updated()))
                .append("unchanged", new BsonInt32(report.unchanged()))
                .append("refused", new BsonInt32(report.refused()));
    }

    private static ImportRun read(BsonDocument stored) {
        boolean dryRun = stored.getBoolean("dryRun").getValue();
        Editor editor = new Editor(
                stored.getString("by").getValue(),
                Optional.of(stored.getString("department").getValue())
                        .filter(id -> !id.isEmpty())
                        .map(DepartmentId::new));
        return new ImportRun(
                stored.getString("_id").getValue(),
                new ImportJob(
                        RecordKind.parse(stored.getString("kind").getValue()).orElseThrow(),
                        Form.parse(stored.getString("form").getValue()).orElseThrow(),
                        editor,
                        dryRun),
                Instant.ofEpochMilli(stored.getDateTime("startedAt").getValue()),
                ImportRun.State.valueOf(stored.getString("state").getValue().toUpperCase(Locale.ROOT)),
                number(stored, "lines"),
                new ImportReport(
                        number(stored, "created"),
                        number(stored, "updated"),
                        number(stored, "unchanged"),
                        number(stored, "refused"),
                        List.of(),
                        dryRun),
                Instant.ofEpochMilli(stored.getDateTime("updatedAt").getValue()));
    }

    private static int number(BsonDocument stored, String field) {
        return stored.getNumber(field).intValue();
    }
}
