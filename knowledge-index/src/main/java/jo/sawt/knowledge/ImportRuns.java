package jo.sawt.knowledge;

import java.util.List;
import java.util.Optional;

/** Where imports are noted; throws {@link RegistryUnavailable} while the store is away. */
public interface ImportRuns {
    /** Notes how one stands now. */
    void save(ImportRun run);

    Optional<ImportRun> of(String id);

    /** The newest, newest first; older ones are forgotten. */
    List<ImportRun> newest();
}
