package jo.sawt.ticketing.mongo;

import jo.sawt.ticketing.Tokens;
import jo.sawt.ticketing.Users;
import jo.sawt.ticketing.UsersContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class MongoUsersEmbeddedTest extends UsersContract {
    private static TestStore store;

    @BeforeAll
    static void open() {
        store = TestStore.embedded();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Override
    protected Users users() {
        return new MongoUsers(store.database());
    }

    @Override
    protected Tokens tokens() {
        return new MongoTokens(store.database());
    }
}
