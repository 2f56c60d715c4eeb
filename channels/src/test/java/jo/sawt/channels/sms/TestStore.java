package jo.sawt.channels.sms;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.util.UUID;
import jo.sawt.channels.sms.mongo.MongoTwilio;

/** A database of its own on the server named by MONGODB_TEST_URI, else on an embedded one that all tests share. */
final class TestStore implements AutoCloseable {
    private static final String EMBEDDED = new MongoServer(H2Backend.inMemory()).bindAndGetConnectionString();

    private final MongoClient client;
    private final MongoDatabase database;

    TestStore() {
        String uri = System.getenv("MONGODB_TEST_URI");
        client = MongoClients.create(uri == null || uri.isBlank() ? EMBEDDED : uri);
        database = client.getDatabase("sms_" + UUID.randomUUID().toString().replace("-", ""));
    }

    MongoDatabase database() {
        return database;
    }

    TwilioStore open() {
        return MongoTwilio.open(database);
    }

    @Override
    public void close() {
        database.drop();
        client.close();
    }
}
