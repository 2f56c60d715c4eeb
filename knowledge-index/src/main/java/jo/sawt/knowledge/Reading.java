package jo.sawt.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What became of reading one record from outside. */
public sealed interface Reading {
    /**
     * A sound record, still without a version.
     *
     * @param effectiveFrom the first day it shall be in force, where the line says so
     */
    record Sound(RegistryRecord record, Optional<LocalDate> effectiveFrom) implements Reading {}

    /**
     * Refused.
     *
     * @param id of the record, empty where it cannot be read
     * @param flaws at least one
     */
    record Flawed(String id, List<Flaw> flaws) implements Reading {
        public Flawed {
            flaws = List.copyOf(flaws);
        }
    }
}
