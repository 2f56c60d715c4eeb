package jo.sawt.ticketing.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** An empty database of its own, and more where asked for, on a server in this process or on the one that {@code MONGODB_TEST_URI} names. */
public final class TestStore implements AutoCloseable {
    private final MongoClient client;
    private final List<MongoDatabase> databases = new ArrayList<>();
    private final MongoDatabase database;

    private TestStore(String uri) {
        this.client = MongoClients.create(uri);
        this.database = another();
    }

    public static TestStore embedded() {
        return new TestStore(InProcess.URI);
    }

    public static TestStore peer() {
        return new TestStore(System.getenv("MONGODB_TEST_URI"));
    }

    /** A new one, empty too. */
    public MongoDatabase another() {
        MongoDatabase made =
                client.getDatabase("t" + UUID.randomUUID().toString().replace("-", ""));
        databases.add(made);
        return made;
    }

    public MongoDatabase database() {
        return database;
    }

    @Override
    public void close() {
        databases.forEach(MongoDatabase::drop);
        client.close();
    }

    /** One for all tests of the process, since each has its own databases. */
    private static final class InProcess {
        static final String URI = new MongoServer(H2Backend.inMemory()).bindAndGetConnectionString();
    }
}
