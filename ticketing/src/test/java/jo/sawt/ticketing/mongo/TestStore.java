package jo.sawt.ticketing.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An empty database of its own, and more where asked for, on a server in this process or on the one that {@code MONGODB_TEST_URI} names. */
public final class TestStore implements AutoCloseable {
    private final Optional<MongoServer> server;
    private final MongoClient client;
    private final List<MongoDatabase> databases = new ArrayList<>();
    private final MongoDatabase database;

    private TestStore(Optional<MongoServer> server, String uri) {
        this.server = server;
        this.client = MongoClients.create(uri);
        this.database = another();
    }

    public static TestStore embedded() {
        MongoServer server = new MongoServer(H2Backend.inMemory());
        return new TestStore(Optional.of(server), server.bindAndGetConnectionString());
    }

    public static TestStore peer() {
        return new TestStore(Optional.empty(), System.getenv("MONGODB_TEST_URI"));
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
        server.ifPresent(MongoServer::shutdownNow);
    }
}
