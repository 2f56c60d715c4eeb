package jo.sawt.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The registry as its readers see it. Reads are from memory, and safe for many threads. */
public interface Registry {
    /** The version in force today. */
    Optional<ServiceRecord> service(ServiceId id);

    /** The version in force on a day. */
    Optional<ServiceRecord> service(ServiceId id, LocalDate day);

    /** Every version there is, from the first; also those to come, and those of a service no longer offered. */
    List<ServiceRecord> versions(ServiceId id);

    /** All services in force today, by id. */
    List<ServiceRecord> services();

    Optional<Department> department(DepartmentId id);

    List<Department> departments();

    List<Center> centers();

    List<LifeEvent> lifeEvents();

    /** Documents in force today. */
    List<Document> documents();

    /** Every way of asking that is on record, for training. */
    List<Utterance> utterances();

    /** Words that people say and what they mean, in force today. */
    default List<Synonym> synonyms() {
        return List.of();
    }

    /** Rises with every change of anything above, so that a reader knows when what it derived is stale. */
    long revision();
}
