package jo.sawt.ticketing.mongo;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import jo.sawt.ticketing.Correction;
import jo.sawt.ticketing.Corrections;
import jo.sawt.ticketing.DepartmentId;
import jo.sawt.ticketing.Kind;
import jo.sawt.ticketing.Reference;
import jo.sawt.ticketing.Scope;
import jo.sawt.ticketing.Username;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Corrections in the collection {@code corrections}; of one that was removed there stays who removed it, and no text. */
public final class MongoCorrections implements Corrections {
    private static final Bson WHOLE = Projections.exclude("none");

    private final MongoCollection<Document> corrections;
    private final InstantSource time;

    /** The corrections of a database, after it has been brought to the form they need. */
    public static MongoCorrections open(MongoDatabase database, InstantSource time) {
        new Schema(database, time).bring(LessonSchema.PART, LessonSchema.STEPS);
        return new MongoCorrections(database, time);
    }

    private MongoCorrections(MongoDatabase database, InstantSource time) {
        this.corrections =
                database.getCollection("corrections").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.time = time;
    }

    @Override
    public boolean add(Correction correction) {
        Instant now = time.instant().truncatedTo(ChronoUnit.MILLIS);
        return Reached.insertedOnce(
                () -> corrections.insertOne(write(correction).append("changedAt", Date.from(now))));
    }

    @Override
    public Optional<Correction> find(String id) {
        return Reached.call(() -> Optional.ofNullable(corrections
                        .find(kept(Filters.eq("_id", id)))
                        .projection(WHOLE)
                        .first())
                .map(MongoCorrections::read));
    }

    @Override
    public boolean remove(String id, Username by, Instant at) {
        return Reached.call(() -> corrections
                        .updateOne(
                                kept(Filters.eq("_id", id)),
                                Updates.combine(
                                        Updates.unset("text"),
                                        Updates.set("removedBy", by.value()),
                                        Updates.set("changedAt", Date.from(at))))
                        .getMatchedCount()
                == 1);
    }

    private static Bson kept(Bson filter) {
        return Filters.and(filter, Filters.exists("removedBy", false));
    }

    @Override
    public Listed list(Scope scope, int limit, Optional<String> cursor) {
        List<Bson> conditions = new ArrayList<>();
        conditions.add(Filters.exists("removedBy", false));
        switch (scope) {
            case Scope.All all -> {}
            case Scope.Of of -> {
                conditions.add(Filters.eq("department", of.department().value()));
                conditions.add(Filters.ne("sealed", true));
            }
            case Scope.Nothing nothing -> {
                return new Listed(List.of(), Optional.empty());
            }
        }
        cursor.flatMap(Cursor::parse)
                .ifPresent(last -> conditions.add(last.after("at", Date.from(Instant.ofEpochMilli(last.value())))));
        List<Correction> found = Reached.call(() -> corrections
                .find(Filters.and(conditions))
                .projection(WHOLE)
                .sort(Sorts.descending("at", "_id"))
                .limit(limit + 1)
                .map(MongoCorrections::read)
                .into(new ArrayList<>()));
        if (found.size() <= limit) {
            return new Listed(found, Optional.empty());
        }
        Correction last = found.get(limit - 1);
        String next = new Cursor(last.source().at().toEpochMilli(), last.id()).text();
        return new Listed(found.subList(0, limit), Optional.of(next));
    }

    @Override
    public String edition() {
        return Reached.call(() -> {
            Document last = corrections
                    .find()
                    .projection(Projections.include("changedAt"))
                    .sort(Sorts.descending("changedAt"))
                    .first();
            String newest = last == null
                    ? ""
                    : last.getString("_id") + "@" + Docs.time(last, "changedAt").toEpochMilli();
            return corrections.countDocuments() + "/" + corrections.countDocuments(Filters.exists("removedBy")) + "/"
                    + newest;
        });
    }

    private static Document write(Correction correction) {
        Correction.Source source = correction.source();
        Document document = new Document("_id", correction.id())
                .append("text", correction.text())
                .append("sealed", correction.sealed())
                .append("ticket", source.ticket().value())
                .append("by", source.by().value())
                .append("at", Date.from(source.at()))
                .append("reason", source.reason());
        Docs.put(document, "department", correction.label().department().map(DepartmentId::value));
        Docs.put(document, "kind", correction.label().kind().map(Kind::wire));
        return document;
    }

    private static Correction read(Document document) {
        return new Correction(
                Docs.text(document, "_id"),
                Docs.text(document, "text"),
                new Correction.Label(
                        Docs.textIf(document, "department").map(DepartmentId::new),
                        Docs.textIf(document, "kind").flatMap(Kind::parse)),
                Docs.flag(document, "sealed"),
                new Correction.Source(
                        new Reference(Docs.text(document, "ticket")),
                        new Username(Docs.text(document, "by")),
                        Docs.time(document, "at"),
                        Docs.text(document, "reason")));
    }
}
