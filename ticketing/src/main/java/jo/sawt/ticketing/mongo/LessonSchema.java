package jo.sawt.ticketing.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.bson.Document;

/** The steps that bring the collections of gaps and corrections to their present form. */
final class LessonSchema {
    static final String PART = "lessons";
    static final List<Schema.Step> STEPS = List.of(new Schema.Step("1-indexes", LessonSchema::indexes));

    private LessonSchema() {}

    private static void indexes(MongoDatabase database) {
        MongoCollection<Document> gaps = database.getCollection("gaps");
        gaps.createIndex(Indexes.ascending("topic"), new IndexOptions().unique(true));
        gaps.createIndex(
                Indexes.ascending("keys"), new IndexOptions().unique(true).sparse(true));
        gaps.createIndex(Indexes.ascending("terms"));
        gaps.createIndex(Indexes.ascending("count", "_id"));
        gaps.createIndex(Indexes.ascending("last", "_id"));
        gaps.createIndex(Indexes.ascending("department", "count"));
        MongoCollection<Document> corrections = database.getCollection("corrections");
        corrections.createIndex(Indexes.ascending("at", "_id"));
        corrections.createIndex(Indexes.ascending("changedAt"));
    }
}
