package jo.sawt.knowledge;

import java.util.List;
import java.util.Optional;

/** Where candidates for ways of asking are kept; throws {@link RegistryUnavailable} while the store is away. */
public interface HeardWays {
    Optional<Heard> of(String id);

    /** All in a state, the most often heard first. */
    List<Heard> in(Heard.State state);

    /** Stores a new one, or the next revision of a known one; false where somebody else has stored it before. */
    boolean save(Heard next);
}
