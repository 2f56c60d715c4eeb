package jo.sawt.knowledge;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The end of a record, asked for by an editor of the Commission; an editor of a department may not end one.
 *
 * @param effectiveFrom the first day on which it is no longer in force; empty for today
 * @param basedOn the number of the newest version the editor has seen; empty where the editor does not mind
 */
public record Withdrawal(
        RecordKind kind,
        String key,
        Optional<LocalDate> effectiveFrom,
        OptionalInt basedOn,
        Editor editor,
        String reason) {}
