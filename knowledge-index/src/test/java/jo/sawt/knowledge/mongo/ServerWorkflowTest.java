package jo.sawt.knowledge.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The same on the server that {@code MONGODB_TEST_URI} names. */
@EnabledIfEnvironmentVariable(named = "MONGODB_TEST_URI", matches = "mongodb.+")
class ServerWorkflowTest extends WorkflowContract {
    private static MongoClient client;

    private final List<MongoDatabase> made = new ArrayList<>();

    @BeforeAll
    static void connect() {
        client = MongoClients.create(System.getenv("MONGODB_TEST_URI"));
    }

    @AfterAll
    static void close() {
        client.close();
    }

    @AfterEach
    void drop() {
        made.forEach(MongoDatabase::drop);
    }

    @Override
    protected MongoDatabase database() {
        MongoDatabase database =
                client.getDatabase("t" + UUID.randomUUID().toString().replace("-", ""));
        made.add(database);
        return database;
    }
}
