package jo.sawt.knowledge;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A change that an editor asks for.
 *
 * @param effectiveFrom the first day it shall be in force; empty for today
 * @param basedOn the number of the newest version the editor has seen, 0 for none; empty where the editor does not mind
 * @param reason why, empty where not said
 */
public record Proposal(
        RegistryRecord record, Optional<LocalDate> effectiveFrom, OptionalInt basedOn, Editor editor, String reason) {}
