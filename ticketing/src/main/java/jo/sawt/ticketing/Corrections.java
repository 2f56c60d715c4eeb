package jo.sawt.ticketing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The store of corrections: a port. Every method throws {@link DeskUnavailable} while the store is away. */
public interface Corrections {
    /** Keeps one, unless it is kept, or was removed, already; false then. */
    boolean add(Correction correction);

    Optional<Correction> find(String id);

    /** Forgets the text of one; who removed it when stays. False where there is none. */
    boolean remove(String id, Username by, Instant at);

    /** One page of those that are not removed, the newest first; {@code scope} leaves out what a department may not read. */
    Listed list(Scope scope, int limit, Optional<String> cursor);

    /** Changes whenever one is added or removed. */
    String edition();

    /** One page and the cursor of the next. */
    record Listed(List<Correction> corrections, Optional<String> next) {
        public Listed {
            corrections = List.copyOf(corrections);
        }
    }
}
