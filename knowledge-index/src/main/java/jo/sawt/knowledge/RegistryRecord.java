package jo.sawt.knowledge;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Anything that the registry keeps under an id of its own, in versions. */
public sealed interface RegistryRecord
        permits ServiceRecord,
                Department,
                Center,
                LifeEvent,
                Document,
                ServiceUtterances,
                Charter,
                Agreement,
                Indicator,
                Synonym {
    /** The id, unique over all records of the same kind. */
    String key();

    /** The same content as another version; where a record shows no version, itself. */
    default RegistryRecord dated(int number, LocalDate from, @Nullable LocalDate to) {
        return this;
    }

    /** The same content without version and dates, so that two versions can be compared. */
    default RegistryRecord content() {
        return dated(0, LocalDate.EPOCH, null);
    }
}
