package jo.sawt.channels.server.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import java.time.Clock;
import org.h2.mvstore.MVStore;

/** Runs commands on the databases of one MVStore. */
final class MvBackend extends AbstractMongoBackend {
    private final MVStore store;

    MvBackend(MVStore store, Clock clock) {
        super(clock);
        this.store = store;
        MvDatabase.names(store).forEach(this::resolveDatabase);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new MvDatabase(name, store, getCursorRegistry());
    }
}
