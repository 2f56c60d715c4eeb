package jo.sawt.channels.server.embedded;

import java.time.InstantSource;
import java.util.Objects;
import jo.sawt.ticketing.CutOffProperties;
import jo.sawt.ticketing.Tickets;
import jo.sawt.ticketing.mongo.MongoTickets;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

class CutOffPropertyTest extends CutOffProperties {
    private static @Nullable DurableStore store;
    private static @Nullable Tickets tickets;

    @BeforeContainer
    static void open() {
        store = new DurableStore();
        tickets = MongoTickets.open(store.database(), InstantSource.system());
    }

    @AfterContainer
    static void close() {
        if (store != null) {
            store.close();
        }
    }

    @Override
    protected Tickets tickets() {
        return Objects.requireNonNull(tickets);
    }
}
