package jo.sawt.ticketing.mongo;

import com.mongodb.client.MongoDatabase;
import jo.sawt.ticketing.StoreContracts;
import org.junit.jupiter.api.AfterAll;

class CoreEmbeddedTest extends StoreContracts {
    private final TestStore store = TestStore.embedded();

    @Override
    protected MongoDatabase database() {
        return store.another();
    }

    @AfterAll
    void close() {
        store.close();
    }
}
