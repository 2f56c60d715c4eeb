package jo.sawt.knowledge.mongo;

import com.mongodb.client.MongoDatabase;
import java.time.InstantSource;
import jo.sawt.knowledge.Editorial;
import jo.sawt.knowledge.Freshness;
import jo.sawt.knowledge.Gathering;
import jo.sawt.knowledge.Imports;
import jo.sawt.knowledge.LiveRegistry;
import jo.sawt.knowledge.Workflow;

/** What editors work with, on the registry's database. */
public final class MongoEditorial {
    private MongoEditorial() {}

    public static Editorial open(MongoDatabase database, LiveRegistry registry, InstantSource clock) {
        return new Editorial(
                new Workflow(registry, new MongoDrafts(database), clock),
                new Gathering(registry, new MongoHeardWays(database), clock),
                new Imports(registry, new MongoImportRuns(database), clock),
                new Freshness(registry, new MongoConfirmations(database), clock));
    }
}
