package jo.sawt.ticketing;

import com.mongodb.client.MongoDatabase;
import java.util.HashMap;
import java.util.Map;
import jo.sawt.ticketing.mongo.CoreStores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/** All that the core asks of a store, each contract on an empty database of its own; who extends it says on which server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class StoreContracts {
    private final Map<Class<?>, CoreStores> open = new HashMap<>();

    /** A new, empty database on the server under test. */
    protected abstract MongoDatabase database();

    /** Whether there is something on the class path that counts. */
    protected boolean isMeasured() {
        return false;
    }

    private CoreStores of(Class<?> contract) {
        return open.computeIfAbsent(contract, unused -> CoreStores.open(database()));
    }

    @Nested
    class OfTheDesk extends DeskContract {
        @Override
        protected Tickets tickets() {
            return of(getClass()).tickets();
        }
    }

    @Nested
    class OfStaff extends StaffContract {
        @Override
        protected Tickets tickets() {
            return of(getClass()).tickets();
        }
    }

    @Nested
    class OfHandingOver extends HandoverContract {
        @Override
        protected Tickets tickets() {
            return of(getClass()).tickets();
        }

        @Override
        protected boolean isMeasured() {
            return StoreContracts.this.isMeasured();
        }
    }

    @Nested
    class OfWorkingTogether extends TogetherContract {
        @Override
        protected Tickets tickets() {
            return of(getClass()).tickets();
        }
    }

    @Nested
    class OfLessons extends LessonsContract {
        @Override
        protected CoreStores stores() {
            return of(getClass());
        }
    }

    @Nested
    class OfFiles extends FilesContract {
        @Override
        protected CoreStores stores() {
            return of(getClass());
        }
    }

    @Nested
    class OfUsers extends UsersContract {
        @Override
        protected CoreStores stores() {
            return of(getClass());
        }
    }
}
