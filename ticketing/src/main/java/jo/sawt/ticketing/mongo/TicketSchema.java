package jo.sawt.ticketing.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.bson.Document;

/** The steps that bring the collection of tickets to its present form. */
final class TicketSchema {
    static final String PART = "tickets";
    static final List<Schema.Step> STEPS = List.of(new Schema.Step("1-indexes", TicketSchema::indexes));

    private TicketSchema() {}

    private static void indexes(MongoDatabase database) {
        MongoCollection<Document> tickets = database.getCollection("tickets");
        IndexOptions some = new IndexOptions().unique(true).sparse(true);
        tickets.createIndex(Indexes.ascending("keys"), some);
        tickets.createIndex(Indexes.ascending("wake"), some);
        tickets.createIndex(Indexes.ascending("head.care.status", "head.createdAt"));
        tickets.createIndex(Indexes.ascending("head.care.assignments.department", "head.care.status"));
        tickets.createIndex(Indexes.ascending("head.matter.department", "head.createdAt"));
        tickets.createIndex(Indexes.ascending("head.care.assignee", "head.care.status"));
        tickets.createIndex(Indexes.ascending("head.care.clocks.resolutionDueAt"));
        tickets.createIndex(Indexes.ascending("head.createdAt"));
        tickets.createIndex(Indexes.ascending("head.updatedAt"));
        tickets.createIndex(Indexes.ascending("head.dead"), new IndexOptions().sparse(true));
    }
}
