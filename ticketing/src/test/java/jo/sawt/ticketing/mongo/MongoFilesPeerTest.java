package jo.sawt.ticketing.mongo;

import java.time.InstantSource;
import jo.sawt.ticketing.Attachments;
import jo.sawt.ticketing.FilesContract;
import jo.sawt.ticketing.Tickets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(named = "MONGODB_TEST_URI", matches = ".+")
class MongoFilesPeerTest extends FilesContract {
    private static TestStore store;
    private static Tickets tickets;
    private static Attachments attachments;

    @BeforeAll
    static void open() {
        store = TestStore.peer();
        tickets = MongoTickets.open(store.database(), InstantSource.system());
        attachments = MongoAttachments.open(store.database(), InstantSource.system());
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
    protected Attachments attachments() {
        return attachments;
    }
}
