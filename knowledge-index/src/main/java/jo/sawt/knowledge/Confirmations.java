package jo.sawt.knowledge;

import java.time.LocalDate;
import java.util.List;

/** Where confirmations of services are kept; throws {@link RegistryUnavailable} while the store is away. */
public interface Confirmations {
    /** The last one of each service that has one. */
    List<Confirmation> all();

    /** Takes the place of the one before it. */
    void save(Confirmation confirmation);

    /** Notes that a department is reminded on a day; false where another node has done it. */
    boolean remind(DepartmentId department, LocalDate day);
}
