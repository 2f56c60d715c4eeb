package jo.sawt.knowledge;

/**
 * What somebody wants imported.
 *
 * @param dryRun judges every line and changes nothing
 */
public record ImportJob(RecordKind kind, Form form, Editor editor, boolean dryRun) {}
