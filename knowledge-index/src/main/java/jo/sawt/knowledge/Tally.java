package jo.sawt.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Counts what becomes of the lines of an import. */
final class Tally {
    private final List<ImportReport.Refusal> refusals = new ArrayList<>();
    private int created;
    private int updated;
    private int unchanged;
    private int refused;

    void changed(boolean isNew) {
        if (isNew) {
            created++;
        } else {
            updated++;
        }
    }

    void unchanged() {
        unchanged++;
    }

    void refuse(int line, String id, List<Flaw> flaws) {
        refused++;
        if (refusals.size() < ImportReport.MOST_REFUSALS) {
            refusals.add(new ImportReport.Refusal(line, id, flaws));
        }
    }

    void refuse(int line, String id, Text remedy) {
        refuse(line, id, List.of(new Flaw("", remedy)));
    }

    ImportReport report(boolean dryRun) {
        refusals.sort(Comparator.comparingInt(ImportReport.Refusal::line));
        return new ImportReport(created, updated, unchanged, refused, refusals, dryRun);
    }
}
