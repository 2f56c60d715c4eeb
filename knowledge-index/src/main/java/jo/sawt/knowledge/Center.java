package jo.sawt.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comprehensive government services center (article 9): services of many departments at one place.
 *
 * @param lat degrees north, WGS 84
 * @param lon degrees east, WGS 84
 * @param operator the department that runs it, null where not known
 * @param status operating, planned, requested …
 * @param confidence sourced, partly or illustrative
 */
public record Center(
        String id,
        Text name,
        String governorate,
        double lat,
        double lon,
        @Nullable DepartmentId operator,
        String status,
        List<DepartmentId> departments,
        Text hours,
        String confidence,
        List<String> sources)
        implements RegistryRecord {
    public Center {
        departments = List.copyOf(departments);
        sources = List.copyOf(sources);
    }

    @Override
    public String key() {
        return id;
    }
}
