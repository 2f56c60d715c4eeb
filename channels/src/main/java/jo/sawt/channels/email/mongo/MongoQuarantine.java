package jo.sawt.channels.email.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Date;
import jo.sawt.channels.email.Quarantine;
import org.bson.BsonString;
import org.bson.Document;

/** A file of GridFS a message, since a letter may be larger than a document. */
final class MongoQuarantine implements Quarantine {
    private final GridFSBucket bucket;
    private final MongoCollection<Document> files;

    MongoQuarantine(GridFSBucket bucket, MongoCollection<Document> files) {
        this.bucket = bucket;
        this.files = files;
    }

    @Override
    public void keep(String key, String reason, byte[] raw, Instant at) {
        MongoMail.guarded(() -> {
            if (files.find(eq("_id", key)).first() == null) {
                Document metadata = new Document("reason", reason).append("at", Date.from(at));
                bucket.uploadFromStream(
                        new BsonString(key),
                        "letter",
                        new ByteArrayInputStream(raw),
                        new GridFSUploadOptions().metadata(metadata));
            }
            return key;
        });
    }

    @Override
    public long size() {
        return MongoMail.guarded(() -> files.countDocuments());
    }
}
