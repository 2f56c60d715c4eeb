package jo.sawt.channels.server.embedded;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.bson.Document;

/**
 * Writes until it is killed: sixteen threads insert tickets and push a second key to each. Prints {@code i ID} for an
 * acknowledged insert and {@code u ID} for an acknowledged update.
 */
final class CrashWriter {
    private static final int THREADS = 16;

    private CrashWriter() {}

    @SuppressWarnings("SystemOut") // its output is what the test reads
    public static void main(String[] args) throws InterruptedException {
        EmbeddedStore store = EmbeddedStore.open(Path.of(args[0]), Clock.systemUTC());
        MongoClient client = MongoClients.create(store.settings());
        MongoCollection<Document> tickets = client.getDatabase("sawt").getCollection("tickets");
        tickets.createIndex(
                Indexes.ascending("keys"), new IndexOptions().unique(true).sparse(true));
        for (int t = 0; t < THREADS; t++) {
            String prefix = args[1] + "-" + t + "-";
            Thread.ofPlatform().start(() -> {
                for (int i = 0; ; i++) {
                    String id = prefix + i;
                    tickets.insertOne(new Document("_id", id)
                            .append("keys", List.of("first-" + id))
                            .append("text", "x".repeat(500)));
                    System.out.println("i " + id);
                    tickets.updateOne(Filters.eq("_id", id), Updates.push("keys", "second-" + id));
                    System.out.println("u " + id);
                }
            });
        }
        Thread.sleep(60_000); // killed long before; it must not outlive the test
        System.exit(1);
    }
}
