package jo.sawt.knowledge;

import java.util.List;

/**
 * What an import did, or would do if it was tried only. Every line is counted once.
 *
 * @param refused how many lines were refused
 * @param refusals the first {@value #MOST_REFUSALS} of them, by line
 */
public record ImportReport(
        int created, int updated, int unchanged, int refused, List<Refusal> refusals, boolean dryRun) {
    static final int MOST_REFUSALS = 10_000;

    public ImportReport {
        refusals = List.copyOf(refusals);
    }

    /**
     * A line that was refused.
     *
     * @param line from 1
     * @param id of the record, empty where it could not be read
     */
    public record Refusal(int line, String id, List<Flaw> flaws) {
        public Refusal {
            flaws = List.copyOf(flaws);
        }
    }
}
