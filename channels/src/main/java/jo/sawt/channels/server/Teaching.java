package jo.sawt.channels.server;

import com.mongodb.client.MongoDatabase;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jo.sawt.assistant.Assistant;
import jo.sawt.ticketing.Correction;
import jo.sawt.ticketing.Corrections;
import jo.sawt.ticketing.GapDesk;
import jo.sawt.ticketing.Lessons;
import jo.sawt.ticketing.Scope;
import jo.sawt.ticketing.mongo.MongoCorrections;
import jo.sawt.ticketing.mongo.MongoGaps;

/**
 * Brings what tickets teach to where it is kept, in words that the assistant has masked, and what staff corrected back to the
 * assistant of this node, whichever node it was corrected on. Each run is one look for what is new.
 */
final class Teaching implements Runnable {
    /** The assistant goes by so many corrections, the newest. */
    private static final int MOST = 5_000;

    private static final int PAGE = 500;
    /** Even where nothing seems to be new, all are read again after so many looks. */
    private static final int LOOKS = 60;

    private final Corrections corrections;
    private final Learning learning;
    private String edition = "";
    private int looks;

    Teaching(Corrections corrections, Learning learning) {
        this.corrections = corrections;
        this.learning = learning;
    }

    static Lessons lessons(MongoDatabase database, InstantSource clock) {
        return new Lessons(
                new GapDesk(MongoGaps.open(database, clock), clock),
                MongoCorrections.open(database, clock),
                Assistant::masked);
    }

    @Override
    public void run() {
        if (!learning.isReady()) {
            return;
        }
        String now = corrections.edition();
        if (now.equals(edition) && ++looks < LOOKS) {
            return;
        }
        learning.get().goBy(all());
        edition = now;
        looks = 0;
    }

    private List<Correction> all() {
        List<Correction> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Corrections.Listed page = corrections.list(new Scope.All(), PAGE, cursor);
            all.addAll(page.corrections());
            cursor = page.next();
        } while (cursor.isPresent() && all.size() < MOST);
        return all;
    }
}
