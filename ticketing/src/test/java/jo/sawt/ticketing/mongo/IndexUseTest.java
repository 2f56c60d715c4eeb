package jo.sawt.ticketing.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jo.sawt.ticketing.DeskFixture;
import jo.sawt.ticketing.Reference;
import org.bson.Document;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the embedded store, what the desk asks while it works reads a few pages however many tickets there are. */
class IndexUseTest {
    private static final int TICKETS = 600;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void keysAndOwedWorkAreFoundWithoutReadingAllTickets() {
        String file = folder.resolve("store.mv").toString();
        Reference owed = fill(file);
        MVStore store = new MVStore.Builder().fileName(file).cacheSize(0).open();
        MongoServer server = new MongoServer(new H2Backend(store));
        try (MongoClient client = MongoClients.create(server.bindAndGetConnectionString())) {
            MongoDatabase database = client.getDatabase("sawt");
            MongoTickets tickets = MongoTickets.open(database, InstantSource.system());
            long scan = reads(
                    store,
                    () -> assertThat(database.getCollection("tickets")
                                    .countDocuments(Filters.eq("head.matter.subject", "none")))
                            .isZero());
            long byKeys = reads(
                    store,
                    () -> assertThat(tickets.byKeys(List.of("key-77", "none"))).hasSize(1));
            long due = reads(
                    store,
                    () -> assertThat(tickets.due(Instant.parse("2030-01-01T00:00:00Z"), 200))
                            .containsExactly(owed));

            assertThat(scan).isGreaterThan(150);
            assertThat(byKeys).isLessThan(scan / 10);
            assertThat(due).isLessThan(scan / 10);
        } finally {
            server.shutdownNow();
            store.close();
        }
    }

    private static long reads(MVStore store, Runnable question) {
        long before = store.getFileStore().getReadCount();
        question.run();
        return store.getFileStore().getReadCount() - before;
    }

    /** Tickets as they are after their work is done, and one that is owed a turn. */
    private static Reference fill(String file) {
        MVStore store = new MVStore.Builder().fileName(file).open();
        MongoServer server = new MongoServer(new H2Backend(store));
        try (MongoClient client = MongoClients.create(server.bindAndGetConnectionString())) {
            MongoDatabase database = client.getDatabase("sawt");
            DeskFixture desk = new DeskFixture(MongoTickets.open(database, InstantSource.system()));
            Reference owed = desk.say(DeskFixture.web(), "1", "hello").ticket();
            Document made = Optional.ofNullable(
                            database.getCollection("tickets").find().first())
                    .orElseThrow();
            List<Document> others = new ArrayList<>();
            for (int i = 0; i < TICKETS; i++) {
                Document other = new Document(made).append("_id", "other-" + i).append("keys", List.of("key-" + i));
                other.remove("wake");
                others.add(other);
            }
            others.get(77).append("_id", made.get("_id")).append("wake", made.get("wake"));
            database.getCollection("tickets").deleteOne(Filters.eq("_id", owed.value()));
            database.getCollection("tickets").insertMany(others);
            return owed;
        } finally {
            server.shutdownNow();
            store.close();
        }
    }
}
