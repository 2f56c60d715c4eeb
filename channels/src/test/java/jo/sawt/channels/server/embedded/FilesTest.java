package jo.sawt.channels.server.embedded;

import com.mongodb.client.MongoDatabase;
import java.time.InstantSource;
import jo.sawt.ticketing.Attachments;
import jo.sawt.ticketing.FilesContract;
import jo.sawt.ticketing.Tickets;
import jo.sawt.ticketing.mongo.MongoAttachments;
import jo.sawt.ticketing.mongo.MongoTickets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class FilesTest extends FilesContract {
    private static DurableStore store;
    private static Tickets tickets;
    private static Attachments attachments;

    @BeforeAll
    static void open() {
        store = new DurableStore();
        MongoDatabase database = store.database();
        tickets = MongoTickets.open(database, InstantSource.system());
        attachments = MongoAttachments.open(database, InstantSource.system());
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
