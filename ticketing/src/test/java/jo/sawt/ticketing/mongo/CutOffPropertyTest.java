package jo.sawt.ticketing.mongo;

import java.time.InstantSource;
import java.util.Objects;
import jo.sawt.ticketing.CutOffProperties;
import jo.sawt.ticketing.Tickets;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

class CutOffPropertyTest extends CutOffProperties {
    private static @Nullable TestStore store;

    @BeforeContainer
    static void open() {
        store = TestStore.embedded();
    }

    @AfterContainer
    static void close() {
        if (store != null) {
            store.close();
        }
    }

    @Override
    protected Tickets tickets() {
        return MongoTickets.open(Objects.requireNonNull(store).database(), InstantSource.system());
    }
}
