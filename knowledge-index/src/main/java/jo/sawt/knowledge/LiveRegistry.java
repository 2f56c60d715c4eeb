package jo.sawt.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The registry over its store: reads come from memory, changes go to the store first. Several nodes may share one store;
 * what one changes, the others see at their next {@link #refresh()}.
 */
public final class LiveRegistry implements Registry {
    private static final System.Logger LOG = System.getLogger(LiveRegistry.class.getName());
    private static final java.time.Duration SCAN_EVERY = java.time.Duration.ofMinutes(1);

    private final Versions versions;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Version>> filings = new CopyOnWriteArrayList<>();
    private volatile Snapshot snapshot;
    private Instant scanned = Instant.EPOCH;
    private long told;

    private LiveRegistry(Versions versions, InstantSource clock) {
        this.versions = versions;
        this.clock = clock;
        this.snapshot = Snapshot.empty(clock);
    }

    /** Reads the whole registry into memory. */
    public static LiveRegistry open(Versions versions, InstantSource clock) {
        LiveRegistry registry = new LiveRegistry(versions, clock);
        registry.refresh();
        return registry;
    }

    /** What is in memory now, for a reader that needs several answers to agree. */
    public Snapshot snapshot() {
        return snapshot;
    }

    /** Calls a listener after every change of what is in force, from the thread that noticed it. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Calls a listener with every version that is filed here, from the thread that files it. */
    public void onFiled(Consumer<Version> listener) {
        filings.add(listener);
    }

    /**
     * One pass: takes over what other nodes have changed and notices a new day. Meant to be run every few hundred
     * milliseconds; costs one small read of the store when nothing has changed.
     */
    public void refresh() {
        try {
            poll();
        } finally {
            tellIfChanged();
        }
    }

    private void poll() {
        lock.lock();
        try {
            long revision = versions.revision();
            if (revision != snapshot.changes() || !clock.instant().isBefore(scanned.plus(SCAN_EVERY))) {
                scan(revision);
            }
        } finally {
            lock.unlock();
        }
    }

    private void tellIfChanged() {
        boolean changed;
        lock.lock();
        try {
            changed = snapshot.revision() != told;
            told = snapshot.revision();
        } finally {
            lock.unlock();
        }
        if (changed) {
            listeners.forEach(Runnable::run);
        }
    }

    /** A scan may find what a node stored and then did not live to raise the revision for; it is raised for it. */
    private void scan(long revision) {
        Snapshot known = snapshot;
        List<Version> missing = versions.except(known.ids());
        boolean untold = !missing.isEmpty() && revision == known.changes() && !scanned.equals(Instant.EPOCH);
        snapshot = known.with(missing, untold ? versions.raise() : revision);
        scanned = clock.instant();
    }

    /** Stores versions and takes them into memory; returns those that came too late. */
    List<Version> store(List<Version> fresh) {
        List<Version> late = versions.add(fresh);
        long revision = versions.raise();
        Set<Version> stored = new HashSet<>(fresh);
        late.forEach(stored::remove);
        lock.lock();
        try {
            if (late.isEmpty() && revision == snapshot.changes() + 1) {
                snapshot = snapshot.with(stored, revision);
            }
        } finally {
            lock.unlock();
        }
        refresh();
        return late;
    }

    /** Files one change. */
    public Filing file(Proposal proposal) {
        return settled(ledger -> ledger.judge(proposal));
    }

    /** Ends a record. */
    public Filing withdraw(Withdrawal withdrawal) {
        return settled(ledger -> ledger.judgeWithdrawal(withdrawal));
    }

    /** Judges and stores; where somebody else was quicker, judges again over what that one has made. */
    private Filing settled(Function<Ledger, Filing> judge) {
        for (int attempt = 1; ; attempt++) {
            refresh();
            Filing filing = judge.apply(new Ledger(snapshot, clock.instant()));
            if (!(filing instanceof Filing.Filed filed)) {
                return filing;
            }
            if (store(List.of(filed.version())).isEmpty()) {
                filings.forEach(filer -> filer.accept(filed.version()));
                return filing;
            }
            if (attempt == RecordImport.ATTEMPTS) {
                Version lost = filed.version();
                return new Filing.Conflict(snapshot.newest(lost.kind(), lost.key()));
            }
        }
    }

    /**
     * Imports records, one JSON object a line. Each line stands for itself: a bad one is refused and the others are taken.
     *
     * @param dryRun judges every line and changes nothing
     */
    public ImportReport importLines(RecordKind kind, InputStream lines, Editor editor, boolean dryRun)
            throws IOException {
        return importRecords(new ImportJob(kind, Form.NDJSON, editor, dryRun), lines, Progress.NONE);
    }

    /** Imports records in either form; a bad line or row is refused and the others are taken. */
    public ImportReport importRecords(ImportJob job, InputStream in, Progress progress) throws IOException {
        refresh();
        ImportOrder order = new ImportOrder(job.editor(), Optional.empty(), job.dryRun(), progress);
        return run(job.kind(), Intake.of(job.kind(), job.form(), in), order);
    }

    private ImportReport run(RecordKind kind, Intake intake, ImportOrder order) throws IOException {
        return kind == RecordKind.UTTERANCES
                ? new UtteranceImport(this, clock, order).run(intake)
                : new RecordImport(this, clock, kind, order).run(intake);
    }

    /**
     * Imports files into a store that has not had its first import yet; goes on where an earlier one was interrupted, and
     * may run on several nodes at once.
     *
     * @return whether there was anything to do
     */
    public boolean importIfEmpty(RegistryFiles files) throws IOException {
        if (versions.founded()) {
            return false;
        }
        LocalDate from = SampleRegistry.effectiveFrom(clock);
        ImportOrder order = new ImportOrder(Editor.FOUNDING, Optional.of(from), false, Progress.NONE);
        for (RecordKind kind : RecordKind.values()) {
            try (InputStream lines = files.open(kind)) {
                tell(kind, run(kind, Intake.of(kind, Form.NDJSON, lines), order));
            }
        }
        versions.markFounded();
        return true;
    }

    private static void tell(RecordKind kind, ImportReport report) {
        LOG.log(
                Level.INFO,
                "first import of {0}: {1} created, {2} updated, {3} unchanged, {4} refused",
                kind.wire(),
                report.created(),
                report.updated(),
                report.unchanged(),
                report.refused());
        report.refusals().stream()
                .limit(20)
                .forEach(refusal -> LOG.log(
                        Level.WARNING,
                        "first import of {0}: line {1} ({2}) refused: {3}",
                        kind.wire(),
                        refusal.line(),
                        refusal.id(),
                        refusal.flaws()));
    }

    @Override
    public Optional<ServiceRecord> service(ServiceId id) {
        return snapshot.service(id);
    }

    @Override
    public Optional<ServiceRecord> service(ServiceId id, LocalDate day) {
        return snapshot.service(id, day);
    }

    @Override
    public List<ServiceRecord> versions(ServiceId id) {
        return snapshot.versions(id);
    }

    @Override
    public List<ServiceRecord> services() {
        return snapshot.services();
    }

    @Override
    public Optional<Department> department(DepartmentId id) {
        return snapshot.department(id);
    }

    @Override
    public List<Department> departments() {
        return snapshot.departments();
    }

    @Override
    public List<Center> centers() {
        return snapshot.centers();
    }

    @Override
    public List<LifeEvent> lifeEvents() {
        return snapshot.lifeEvents();
    }

    @Override
    public List<Document> documents() {
        return snapshot.documents();
    }

    @Override
    public List<Utterance> utterances() {
        return snapshot.utterances();
    }

    @Override
    public List<Synonym> synonyms() {
        return snapshot.synonyms();
    }

    @Override
    public long revision() {
        return snapshot.revision();
    }
}
