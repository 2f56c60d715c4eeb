package jo.sawt.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service-level agreement between departments that take part in a service (articles 2 and 7).
 *
 * @param parties at least two
 * @param lead the party that answers for the whole, null where none does
 * @param service the only service it holds for, null where it holds for more
 * @param confidence sourced, partly or illustrative
 */
public record Agreement(
        String id,
        Text name,
        List<DepartmentId> parties,
        @Nullable DepartmentId lead,
        @Nullable ServiceId service,
        Text purpose,
        List<Target> targets,
        String confidence,
        List<String> sources)
        implements RegistryRecord {
    public Agreement {
        parties = List.copyOf(parties);
        targets = List.copyOf(targets);
        sources = List.copyOf(sources);
    }

    @Override
    public String key() {
        return id;
    }
}
