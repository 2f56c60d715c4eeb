package jo.sawt.ticketing;

import java.util.Optional;

/**
 * What in the registry a matter is about.
 *
 * @param department the one concerned: it owns the matter, except of a report, which is sealed from the department it names
 */
public record Topic(Optional<String> service, Optional<DepartmentId> department, Optional<String> facet) {
    static final Topic NONE = new Topic(Optional.empty(), Optional.empty(), Optional.empty());
}
