package jo.sawt.channels.server.embedded;

import com.mongodb.client.MongoDatabase;
import jo.sawt.knowledge.mongo.RegistryContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class RegistryTest extends RegistryContract {
    private static DurableStore store;

    @BeforeAll
    static void open() {
        store = new DurableStore();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Override
    protected MongoDatabase database() {
        return store.database();
    }
}
