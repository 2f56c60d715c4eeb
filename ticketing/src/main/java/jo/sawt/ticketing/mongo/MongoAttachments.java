package jo.sawt.ticketing.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import jo.sawt.ticketing.Attachment;
import jo.sawt.ticketing.AttachmentId;
import jo.sawt.ticketing.Attachments;
import jo.sawt.ticketing.Files;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * Files in {@code attachments}, their bytes in {@code attachment_parts}. Not GridFS: it finds a file's parts by an index that
 * the embedded store does not use, so that each download would read all parts of all files; here each part is found by its id.
 */
public final class MongoAttachments implements Attachments {
    private static final int MOST_PARTS = (int) (Files.LARGEST / PART) + 2;
    private static final List<Schema.Step> STEPS = List.of(new Schema.Step(
            "1-waiting", database -> database.getCollection("attachments").createIndex(Indexes.ascending("waiting"))));

    private final MongoCollection<Document> files;
    private final MongoCollection<Document> parts;

    /** The files of a database, after it has been brought to the form they need. */
    public static MongoAttachments open(MongoDatabase database, InstantSource time) {
        new Schema(database, time).bring("attachments", STEPS);
        return new MongoAttachments(database);
    }

    private MongoAttachments(MongoDatabase database) {
        WriteConcern durable = WriteConcern.MAJORITY.withJournal(true);
        this.files = database.getCollection("attachments").withWriteConcern(durable);
        this.parts = database.getCollection("attachment_parts").withWriteConcern(durable);
    }

    @Override
    public void begin(AttachmentId id, String owner, Instant at) {
        Document file = new Document("_id", id.value())
                .append("owner", owner)
                .append("at", Date.from(at))
                .append("waiting", true);
        Reached.run(() -> files.insertOne(file));
    }

    @Override
    public void append(AttachmentId id, int number, byte[] part) {
        Document document = new Document("_id", partId(id, number)).append("bytes", new Binary(part));
        Reached.run(() -> parts.insertOne(document));
    }

    @Override
    public void finish(Attachment file) {
        Reached.run(() -> files.updateOne(
                eq("_id", file.id().value()),
                Updates.combine(
                        Updates.set("name", file.name()),
                        Updates.set("type", file.type()),
                        Updates.set("size", file.size()))));
    }

    @Override
    public Optional<Held> find(AttachmentId id) {
        return Reached.call(() -> Optional.ofNullable(
                        files.find(eq("_id", id.value())).first())
                .filter(document -> document.containsKey("size"))
                .map(document -> new Held(
                        new Attachment(
                                id,
                                Docs.text(document, "name"),
                                Docs.text(document, "type"),
                                Docs.number(document, "size")),
                        Docs.text(document, "owner"),
                        Docs.time(document, "at"))));
    }

    @Override
    public Optional<byte[]> part(AttachmentId id, int number) {
        return Reached.call(() -> Optional.ofNullable(
                        parts.find(eq("_id", partId(id, number))).first())
                .map(document -> Docs.required(document, "bytes", Binary.class).getData()));
    }

    @Override
    public void keep(AttachmentId id) {
        Reached.run(() -> files.updateOne(eq("_id", id.value()), Updates.unset("waiting")));
    }

    /** From the last part to the first, and the file last, so that what is cut off can be done again. */
    @Override
    public void remove(AttachmentId id) {
        int count = find(id).map(held -> (int) (held.file().size() / PART) + 1).orElse(MOST_PARTS);
        for (int number = count - 1; number >= 0; number--) {
            String part = partId(id, number);
            Reached.run(() -> parts.deleteOne(eq("_id", part)));
        }
        Reached.run(() -> files.deleteOne(eq("_id", id.value())));
    }

    @Override
    public List<AttachmentId> waiting(Instant before, int limit) {
        return Reached.call(() -> files.find(and(eq("waiting", true), lt("at", Date.from(before))))
                .projection(Projections.include("_id"))
                .limit(limit)
                .map(document -> new AttachmentId(Docs.text(document, "_id")))
                .into(new ArrayList<>()));
    }

    private static String partId(AttachmentId id, int number) {
        return id.value() + ":" + number;
    }
}
