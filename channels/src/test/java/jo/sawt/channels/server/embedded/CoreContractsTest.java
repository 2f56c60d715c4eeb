package jo.sawt.channels.server.embedded;

import com.mongodb.client.MongoDatabase;
import jo.sawt.ticketing.StoreContracts;
import org.junit.jupiter.api.AfterAll;

/** The contracts of the core on the store that Sawt brings along, synced to a folder. */
class CoreContractsTest extends StoreContracts {
    private final DurableStore store = new DurableStore();

    @Override
    protected MongoDatabase database() {
        return store.database();
    }

    @Override
    protected boolean isMeasured() {
        return true;
    }

    @AfterAll
    void close() {
        store.close();
    }
}
