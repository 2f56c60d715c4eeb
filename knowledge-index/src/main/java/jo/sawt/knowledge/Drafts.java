package jo.sawt.knowledge;

import java.util.List;
import java.util.Optional;

/** Where drafts are kept; throws {@link RegistryUnavailable} while the store is away. */
public interface Drafts {
    /** The draft of a service, also one that is finished. */
    Optional<Draft> of(ServiceId id);

    /** All that are not finished, by service. */
    List<Draft> open();

    /** Stores the next revision of a draft; false where somebody else has stored it before. */
    boolean save(Draft next);
}
