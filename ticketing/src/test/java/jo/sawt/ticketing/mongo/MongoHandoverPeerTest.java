package jo.sawt.ticketing.mongo;

import java.time.InstantSource;
import jo.sawt.ticketing.HandoverContract;
import jo.sawt.ticketing.Tickets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(named = "MONGODB_TEST_URI", matches = ".+")
class MongoHandoverPeerTest extends HandoverContract {
    private static TestStore store;
    private static Tickets tickets;

    @BeforeAll
    static void open() {
        store = TestStore.peer();
        tickets = MongoTickets.open(store.database(), InstantSource.system());
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Override
    protected Tickets tickets() {
        return tickets;
    }
}
