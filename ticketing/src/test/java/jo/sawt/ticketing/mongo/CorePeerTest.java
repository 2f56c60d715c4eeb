package jo.sawt.ticketing.mongo;

import com.mongodb.client.MongoDatabase;
import jo.sawt.ticketing.StoreContracts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(named = "MONGODB_TEST_URI", matches = ".+")
class CorePeerTest extends StoreContracts {
    private final TestStore store = TestStore.peer();

    @Override
    protected MongoDatabase database() {
        return store.another();
    }

    @AfterAll
    void close() {
        store.close();
    }
}
