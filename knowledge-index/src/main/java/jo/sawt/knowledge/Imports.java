package jo.sawt.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Imports whose progress others can follow, on any node. */
public final class Imports {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final LiveRegistry registry;
    private final ImportRuns runs;
    private final InstantSource clock;

    public Imports(LiveRegistry registry, ImportRuns runs, InstantSource clock) {
        this.registry = registry;
        this.runs = runs;
        this.clock = clock;
    }

    /** Runs one to its end. */
    public ImportRun run(ImportJob job, InputStream in) throws IOException {
        Watch watch = new Watch(job, clock.instant());
        watch.note(ImportRun.State.RUNNING, new ImportReport(0, 0, 0, 0, List.of(), job.dryRun()));
        boolean done = false;
        try {
            ImportReport report = registry.importRecords(job, in, watch);
            done = true;
            return watch.note(ImportRun.State.DONE, report);
        } finally {
            if (!done) {
                watch.note(ImportRun.State.BROKEN, watch.last);
            }
        }
    }

    /** The column of a table that a JSON pointer leads to, such as {@code fees.1.amount}. */
    public static String column(String pointer) {
        return CsvSchema.column(pointer);
    }

    /** The newest that an editor may see, newest first. */
    public List<ImportRun> newest(Editor editor) {
        return runs.newest().stream().filter(run -> sees(editor, run)).toList();
    }

    public Optional<ImportRun> of(String id, Editor editor) {
        return runs.of(id).filter(run -> sees(editor, run));
    }

    /** The Commission's editors see all, others their own. */
    private static boolean sees(Editor editor, ImportRun run) {
        return editor.department().isEmpty()
                || editor.username().equals(run.job().editor().username());
    }

    private final class Watch implements Progress {
        private final String id = UUID.randomUUID().toString();
        private final ImportJob job;
        private final Instant started;
        private Instant noted;
        private int lines;
        private ImportReport last;

        Watch(ImportJob job, Instant started) {
            this.job = job;
            this.started = started;
            this.noted = started;
            this.last = new ImportReport(0, 0, 0, 0, List.of(), job.dryRun());
        }

        @Override
        public void line(Supplier<ImportReport> soFar) {
            lines++;
            if (!clock.instant().isBefore(noted.plus(EVERY))) {
                note(ImportRun.State.RUNNING, soFar.get());
            }
        }

        ImportRun note(ImportRun.State state, ImportReport report) {
            noted = clock.instant();
            last = report;
            ImportRun run = new ImportRun(id, job, started, state, lines, report, noted);
            runs.save(run);
            return run;
        }
    }
}
