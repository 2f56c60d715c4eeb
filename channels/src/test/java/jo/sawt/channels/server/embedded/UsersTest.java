package jo.sawt.channels.server.embedded;

import com.mongodb.client.MongoDatabase;
import jo.sawt.ticketing.Tokens;
import jo.sawt.ticketing.Users;
import jo.sawt.ticketing.UsersContract;
import jo.sawt.ticketing.mongo.MongoTokens;
import jo.sawt.ticketing.mongo.MongoUsers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class UsersTest extends UsersContract {
    private static DurableStore store;
    private static MongoDatabase database;

    @BeforeAll
    static void open() {
        store = new DurableStore();
        database = store.database();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Override
    protected Users users() {
        return new MongoUsers(database);
    }

    @Override
    protected Tokens tokens() {
        return new MongoTokens(database);
    }
}
