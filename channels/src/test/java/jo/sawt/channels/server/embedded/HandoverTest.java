package jo.sawt.channels.server.embedded;

import java.time.InstantSource;
import jo.sawt.ticketing.HandoverContract;
import jo.sawt.ticketing.Tickets;
import jo.sawt.ticketing.mongo.MongoTickets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class HandoverTest extends HandoverContract {
    private static DurableStore store;
    private static Tickets tickets;

    @BeforeAll
    static void open() {
        store = new DurableStore();
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

    @Override
    protected boolean isMeasured() {
        return true;
    }
}
