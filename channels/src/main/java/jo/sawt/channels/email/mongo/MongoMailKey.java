package jo.sawt.channels.email.mongo;

import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import java.security.SecureRandom;
import jo.sawt.channels.email.MailKey;
import org.bson.Document;
import org.bson.types.Binary;

/** {@code {_id: "marks", key}}, made by the node that is first. */
final class MongoMailKey implements MailKey {
    private static final int LENGTH = 32;
    private static final String MARKS = "marks";

    private final byte[] key;

    MongoMailKey(MongoCollection<Document> keys) {
        byte[] fresh = new byte[LENGTH];
        new SecureRandom().nextBytes(fresh);
        MongoMail.upsert(keys, MARKS, setOnInsert("key", new Binary(fresh)));
        this.key = MongoMail.find(keys, MARKS)
                .orElseThrow()
                .get("key", Binary.class)
                .getData();
    }

    @Override
    public byte[] bytes() {
        return key.clone();
    }
}
