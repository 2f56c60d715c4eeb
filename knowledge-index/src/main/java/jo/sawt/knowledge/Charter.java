package jo.sawt.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service charter (article 2): what level of service a department promises its recipients, and in what time.
 *
 * @param service the only service it holds for, null where it holds for all of the department
 * @param confidence sourced, partly or illustrative
 */
public record Charter(
        String id,
        DepartmentId department,
        @Nullable ServiceId service,
        Text name,
        Text promise,
        List<Target> targets,
        String confidence,
        List<String> sources)
        implements RegistryRecord {
    public Charter {
        targets = List.copyOf(targets);
        sources = List.copyOf(sources);
    }

    @Override
    public String key() {
        return id;
    }
}
