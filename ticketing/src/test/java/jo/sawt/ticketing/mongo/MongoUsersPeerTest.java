package jo.sawt.ticketing.mongo;

import jo.sawt.ticketing.Tokens;
import jo.sawt.ticketing.Users;
import jo.sawt.ticketing.UsersContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(named = "MONGODB_TEST_URI", matches = ".+")
class MongoUsersPeerTest extends UsersContract {
    private static TestStore store;

    @BeforeAll
    static void open() {
        store = TestStore.peer();
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
