package jo.sawt.channels.server.embedded;

import com.mongodb.client.MongoDatabase;
import java.time.InstantSource;
import jo.sawt.ticketing.Corrections;
import jo.sawt.ticketing.Gaps;
import jo.sawt.ticketing.LessonsContract;
import jo.sawt.ticketing.Tickets;
import jo.sawt.ticketing.mongo.MongoCorrections;
import jo.sawt.ticketing.mongo.MongoGaps;
import jo.sawt.ticketing.mongo.MongoTickets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class LessonsTest extends LessonsContract {
    private static DurableStore store;
    private static Tickets tickets;
    private static Gaps gaps;
    private static Corrections corrections;

    @BeforeAll
    static void open() {
        store = new DurableStore();
        MongoDatabase database = store.database();
        tickets = MongoTickets.open(database, InstantSource.system());
        gaps = MongoGaps.open(database, InstantSource.system());
        corrections = MongoCorrections.open(database, InstantSource.system());
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
    protected Gaps gaps() {
        return gaps;
    }

    @Override
    protected Corrections corrections() {
        return corrections;
    }
}
