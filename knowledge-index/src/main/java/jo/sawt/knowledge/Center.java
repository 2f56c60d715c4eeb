package jo.sawt.knowledge;

import java.util.List;

/**
 * A comprehensive government services center (article 9): services of many departments at one place.
 *
 * @param lat degrees north, WGS 84
 * @param lon degrees east, WGS 84
 * @param status operating, announced …
 */
public record Center(
        String id,
        Text name,
        String governorate,
        double lat,
        double lon,
        String status,
        List<DepartmentId> departments,
        Text hours) {
    public Center {
        departments = List.copyOf(departments);
    }
}
