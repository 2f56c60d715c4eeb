package jo.sawt.knowledge.mongo;

import com.mongodb.client.MongoDatabase;
import java.time.InstantSource;
import jo.sawt.knowledge.LiveRegistry;

/** The registry on a MongoDB database. */
public final class MongoRegistry {
    private MongoRegistry() {}

    /** Reads the whole registry into memory; throws {@link jo.sawt.knowledge.RegistryUnavailable} where the store is away. */
    public static LiveRegistry open(MongoDatabase database, InstantSource clock) {
        return LiveRegistry.open(new MongoVersions(database), clock);
    }
}
