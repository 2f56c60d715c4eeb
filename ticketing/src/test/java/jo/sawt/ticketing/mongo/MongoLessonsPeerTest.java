package jo.sawt.ticketing.mongo;

import java.time.InstantSource;
import jo.sawt.ticketing.Corrections;
import jo.sawt.ticketing.Gaps;
import jo.sawt.ticketing.LessonsContract;
import jo.sawt.ticketing.Tickets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(named = "MONGODB_TEST_URI", matches = ".+")
class MongoLessonsPeerTest extends LessonsContract {
    private static TestStore store;
    private static Tickets tickets;
    private static Gaps gaps;
    private static Corrections corrections;

    @BeforeAll
    static void open() {
        store = TestStore.peer();
        tickets = MongoTickets.open(store.database(), InstantSource.system());
        gaps = MongoGaps.open(store.database(), InstantSource.system());
        corrections = MongoCorrections.open(store.database(), InstantSource.system());
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
