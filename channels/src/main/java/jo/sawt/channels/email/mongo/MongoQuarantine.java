package jo.sawt.channels.email.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import com.mongodb.client.model.Sorts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import jo.sawt.channels.email.Quarantine;
import jo.sawt.channels.email.RawLetter;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.conversions.Bson;

/** A file of GridFS a message, since a letter may be larger than a document. */
final class MongoQuarantine implements Quarantine {
    private final GridFSBucket bucket;
    private final MongoCollection<Document> files;

    MongoQuarantine(GridFSBucket bucket, MongoCollection<Document> files) {
        this.bucket = bucket;
        this.files = files;
        MongoMail.guarded(() -> files.createIndex(new Document("metadata.at", -1)));
    }

    @Override
    public boolean keep(String key, String reason, RawLetter raw, Instant at) {
        return MongoMail.guarded(() -> {
            if (files.find(eq("_id", key)).first() != null) {
                return false;
            }
            Document metadata = new Document("reason", reason).append("at", Date.from(at));
            try (InputStream in = raw.stream()) {
                bucket.uploadFromStream(
                        new BsonString(key), "letter", in, new GridFSUploadOptions().metadata(metadata));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return true;
        });
    }

    @Override
    public long size() {
        return MongoMail.guarded(() -> files.countDocuments());
    }

    @Override
    public List<Kept> list(Optional<Instant> before, int limit) {
        Bson which = before.<Bson>map(at -> lt("metadata.at", Date.from(at))).orElseGet(Document::new);
        return MongoMail.guarded(() -> {
            List<Kept> kept = new ArrayList<>();
            files.find(which)
                    .sort(Sorts.descending("metadata.at", "_id"))
                    .limit(limit)
                    .forEach(file -> kept.add(read(file)));
            return kept;
        });
    }

    @Override
    public Optional<Kept> find(String key) {
        return MongoMail.find(files, key).map(MongoQuarantine::read);
    }

    private static Kept read(Document file) {
        Document metadata = file.get("metadata", Document.class);
        return new Kept(
                file.getString("_id"),
                metadata.getString("reason"),
                metadata.getDate("at").toInstant(),
                file.get("length", Number.class).longValue(),
                Optional.ofNullable(metadata.getString("ticket")));
    }

    @Override
    public Optional<RawLetter> raw(String key) {
        return MongoMail.guarded(() -> {
            if (files.find(eq("_id", key)).first() == null) {
                return Optional.empty();
            }
            try (InputStream in = bucket.openDownloadStream(new BsonString(key))) {
                return Optional.of(RawLetter.spool(in, Long.MAX_VALUE));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public void released(String key, String ticket, Instant at) {
        MongoMail.guarded(() -> files.updateOne(
                eq("_id", key), combine(set("metadata.ticket", ticket), set("metadata.releasedAt", Date.from(at)))));
    }
}
