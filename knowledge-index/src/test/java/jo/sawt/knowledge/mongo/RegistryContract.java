package jo.sawt.knowledge.mongo;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.Nested;

/** All that the registry promises, on any store. */
public abstract class RegistryContract {
    /** An empty database. */
    protected abstract MongoDatabase database();

    @Nested
    class Versions extends VersionContract {
        @Override
        MongoDatabase database() {
            return RegistryContract.this.database();
        }
    }

    @Nested
    class Imported extends ImportContract {
        @Override
        MongoDatabase database() {
            return RegistryContract.this.database();
        }
    }

    @Nested
    class Tables extends TableContract {
        @Override
        MongoDatabase database() {
            return RegistryContract.this.database();
        }
    }

    @Nested
    class Fresh extends FreshnessContract {
        @Override
        MongoDatabase database() {
            return RegistryContract.this.database();
        }
    }
}
