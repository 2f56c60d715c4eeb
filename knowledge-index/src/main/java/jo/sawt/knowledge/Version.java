package jo.sawt.knowledge;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One version of a record as the registry keeps it.
 *
 * @param record its content, dated or not
 * @param number from 1, rising by one with each change of the record
 * @param effectiveFrom the first day it is in force, in Asia/Amman
 * @param withdrawn whether it ends the record instead of changing it
 */
public record Version(RegistryRecord record, int number, LocalDate effectiveFrom, boolean withdrawn, Origin origin) {
    public Version {
        if (number < 1) {
            throw new IllegalArgumentException("versions are numbered from 1");
        }
        record = record.content();
    }

    /** Unique over all versions of all records. */
    public String id() {
        return kind().wire() + "/" + key() + "/" + number;
    }

    public RecordKind kind() {
        return RecordKind.of(record);
    }

    public String key() {
        return record.key();
    }

    /**
     * How a version came to be.
     *
     * @param by the user name of the editor, or the name of the import
     * @param reason why, empty where nobody said
     */
    public record Origin(String by, Instant at, String reason) {}
}
