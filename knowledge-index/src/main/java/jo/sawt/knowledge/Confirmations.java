package jo.sawt.knowledge;

import java.util.List;

/** Where confirmations of services are kept; throws {@link RegistryUnavailable} while the store is away. */
public interface Confirmations {
    /** The last one of each service that has one. */
    List<Confirmation> all();

    /** Takes the place of the one before it. */
    void save(Confirmation confirmation);

    /** The last reminder of each service that had one. */
    List<Reminder> reminders();

    /** Notes that a service's department is reminded; false where another node has done it. */
    boolean remind(Reminder reminder);
}
