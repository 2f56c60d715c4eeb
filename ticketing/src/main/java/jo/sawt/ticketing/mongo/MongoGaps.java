package jo.sawt.ticketing.mongo;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jo.sawt.ticketing.DepartmentId;
import jo.sawt.ticketing.Gap;
import jo.sawt.ticketing.GapQuery;
import jo.sawt.ticketing.Gaps;
import jo.sawt.ticketing.Scope;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Knowledge gaps in the collection {@code gaps}, one document each. */
public final class MongoGaps implements Gaps {
    /** So that the embedded store answers with a copy, see {@link MongoTickets}. */
    private static final Bson WHOLE = Projections.exclude("none");

    private final MongoCollection<Document> gaps;

    /** The gaps of a database, after it has been brought to the form they need. */
    public static MongoGaps open(MongoDatabase database, InstantSource time) {
        new Schema(database, time).bring(LessonSchema.PART, LessonSchema.STEPS);
        return new MongoGaps(database);
    }

    private MongoGaps(MongoDatabase database) {
        this.gaps = database.getCollection("gaps").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    @Override
    public Optional<Gap> find(String id) {
        return read(Filters.eq("_id", id), 1).stream().findFirst();
    }

    @Override
    public Optional<Gap> byKey(String key) {
        return read(Filters.eq("keys", key), 1).stream().findFirst();
    }

    @Override
    public List<Gap> near(String topic, List<String> terms, int limit) {
        Map<String, Gap> found = new LinkedHashMap<>();
        read(Filters.eq("topic", topic), 1).forEach(gap -> found.put(gap.id(), gap));
        if (!terms.isEmpty()) {
            read(Filters.in("terms", terms), limit).forEach(gap -> found.put(gap.id(), gap));
        }
        return List.copyOf(found.values());
    }

    private List<Gap> read(Bson filter, int limit) {
        return Reached.call(() -> gaps.find(filter)
                .projection(WHOLE)
                .sort(Sorts.descending("last"))
                .limit(limit)
                .map(GapDocs::read)
                .into(new ArrayList<>()));
    }

    @Override
    public boolean add(Gap gap) {
        return Reached.insertedOnce(() -> gaps.insertOne(GapDocs.write(gap)));
    }

    @Override
    public boolean replace(Gap next) {
        Bson before = Filters.and(Filters.eq("_id", next.id()), Filters.eq("version", next.version() - 1));
        return Reached.replaced(() -> gaps.replaceOne(before, GapDocs.write(next)));
    }

    @Override
    public Listed list(Scope scope, GapQuery query) {
        List<Bson> conditions = new ArrayList<>();
        switch (scope) {
            case Scope.All all -> {}
            case Scope.Of of ->
                conditions.add(Filters.eq("department", of.department().value()));
            case Scope.Nothing nothing -> {
                return new Listed(List.of(), Optional.empty());
            }
        }
        query.department().map(DepartmentId::value).ifPresent(id -> conditions.add(Filters.eq("department", id)));
        query.status().ifPresent(status -> conditions.add(Filters.eq("status", status.wire())));
        boolean byCount = query.sort() == GapQuery.Sort.COUNT;
        String field = byCount ? "count" : "last";
        query.cursor()
                .flatMap(Cursor::parse)
                .ifPresent(cursor -> conditions.add(cursor.after(
                        field, byCount ? cursor.value() : Date.from(Instant.ofEpochMilli(cursor.value())))));
        List<Gap> found = Reached.call(() -> gaps.find(conditions.isEmpty() ? Filters.empty() : Filters.and(conditions))
                .projection(WHOLE)
                .sort(Sorts.descending(field, "_id"))
                .limit(query.limit() + 1)
                .map(GapDocs::read)
                .into(new ArrayList<>()));
        if (found.size() <= query.limit()) {
            return new Listed(found, Optional.empty());
        }
        Gap last = found.get(query.limit() - 1);
        long value = byCount
                ? last.askings().counts().tickets()
                : last.askings().last().toEpochMilli();
        return new Listed(found.subList(0, query.limit()), Optional.of(new Cursor(value, last.id()).text()));
    }
}
