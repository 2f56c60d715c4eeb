package jo.sawt.ticketing;

import java.util.List;
import java.util.Optional;

/** The store of knowledge gaps: a port. Every method throws {@link DeskUnavailable} while the store is away. */
public interface Gaps {
    Optional<Gap> find(String id);

    /** The one in which an asking of this key is recorded. */
    Optional<Gap> byKey(String key);

    /** The one with this topic, and others that have any of the words, the last asked first. */
    List<Gap> near(String topic, List<String> terms, int limit);

    /** False where there is one with this topic already, or one that has recorded the asking. */
    boolean add(Gap gap);

    /** Puts {@code next} in the place of the version before it; false where another version is stored by now. */
    boolean replace(Gap next);

    /** One page of those of a query that a scope lets through. */
    Listed list(Scope scope, GapQuery query);

    /** One page and the cursor of the next. */
    record Listed(List<Gap> gaps, Optional<String> next) {
        public Listed {
            gaps = List.copyOf(gaps);
        }
    }
}
