package jo.sawt.ticketing.mongo;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import jo.sawt.ticketing.DeskUnavailable;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Brings a part of the database to the form this program needs: steps with names, run in order, each once, by one node,
 * while the others wait. A part is a document of the collection {@code schema}; parts know nothing of each other. A step
 * that was cut off runs again, so it has to bear that.
 */
public final class Schema {
    private static final Logger LOG = System.getLogger(Schema.class.getName());
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final MongoDatabase database;
    private final MongoCollection<Document> schema;
    private final InstantSource time;
    private final String node = UUID.randomUUID().toString();

    public Schema(MongoDatabase database, InstantSource time) {
        this.database = database;
        this.schema = database.getCollection("schema").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.time = time;
    }

    /** One change of the form of the database; its name never changes and is never used again. */
    public record Step(String name, Consumer<MongoDatabase> work) {}

    /** Returns when all steps of a part are done, here or by another node. */
    public void bring(String part, List<Step> steps) {
        try {
            Instant until = time.instant().plus(PATIENCE);
            while (!isDone(part, steps)) {
                if (claim(part)) {
                    run(part, steps);
                } else if (time.instant().isAfter(until)) {
                    throw new DeskUnavailable("another node has not finished the schema of " + part, null);
                } else {
                    pause();
                }
            }
        } catch (MongoException e) {
            throw new DeskUnavailable("the store did not take the schema of " + part, e);
        }
    }

    private boolean isDone(String part, List<Step> steps) {
        Document state = schema.find(Filters.eq("_id", part)).first();
        return state != null
                && Docs.texts(state, "done")
                        .containsAll(steps.stream().map(Step::name).toList());
    }

    private boolean claim(String part) {
        Date now = Date.from(time.instant());
        Date until = Date.from(time.instant().plus(LEASE));
        try {
            schema.insertOne(new Document("_id", part)
                    .append("done", List.of())
                    .append("node", node)
                    .append("until", until));
            return true;
        } catch (MongoWriteException e) {
            Bson free = Filters.and(
                    Filters.eq("_id", part), Filters.or(Filters.eq("node", node), Filters.lt("until", now)));
            return schema.updateOne(free, Updates.combine(Updates.set("node", node), Updates.set("until", until)))
                            .getMatchedCount()
                    == 1;
        }
    }

    private void run(String part, List<Step> steps) {
        Document state = schema.find(Filters.eq("_id", part)).first();
        List<String> done = state == null ? List.of() : Docs.texts(state, "done");
        for (Step step : steps) {
            if (!done.contains(step.name())) {
                step.work().accept(database);
                schema.updateOne(
                        Filters.eq("_id", part),
                        Updates.combine(
                                Updates.addToSet("done", step.name()),
                                Updates.set("until", Date.from(time.instant().plus(LEASE)))));
                LOG.log(Level.INFO, "schema of " + part + ": " + step.name() + " is done");
            }
        }
        schema.updateOne(Filters.eq("_id", part), Updates.set("until", Date.from(Instant.EPOCH)));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeskUnavailable("stopped while another node worked on the schema", e);
        }
    }
}
