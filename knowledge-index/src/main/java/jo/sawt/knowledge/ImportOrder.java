package jo.sawt.knowledge;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How records are to be imported.
 *
 * @param effectiveFrom of records that say nothing themselves; empty for today
 */
record ImportOrder(Editor editor, Optional<LocalDate> effectiveFrom, boolean dryRun, Progress progress) {}
