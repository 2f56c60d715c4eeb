package jo.sawt.ticketing;

import java.util.Optional;

/** What the desk needs to know of departments: the port that the registry fills. */
public interface Departments {
    /** Its name in a language; empty for an unknown department. */
    Optional<String> name(DepartmentId id, Lang lang);
}
