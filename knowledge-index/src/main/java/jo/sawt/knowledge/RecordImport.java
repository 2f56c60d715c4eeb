package jo.sawt.knowledge;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One import of records. Lines are taken as they come; a line that refers to a record which is nowhere yet waits for the
 * end, since that record may be on a later line.
 */
final class RecordImport {
    static final int ATTEMPTS = 5;
    private static final int BATCH = 500;
    private static final int BATCH_CHARACTERS = 8_000_000;

    private final LiveRegistry registry;
    private final InstantSource clock;
    private final RecordKind kind;
    private final ImportOrder order;
    private final Tally tally = new Tally();
    private final List<Entry> waiting = new ArrayList<>();
    private final Set<String> waitingKeys = new HashSet<>();
    private final List<Entry> batch = new ArrayList<>();
    private final List<Version> versions = new ArrayList<>();
    private int characters;
    private Ledger ledger;

    RecordImport(LiveRegistry registry, InstantSource clock, RecordKind kind, ImportOrder order) {
        this.registry = registry;
        this.clock = clock;
        this.kind = kind;
        this.order = order;
        this.ledger = new Ledger(registry.snapshot(), clock.instant());
    }

    ImportReport run(Intake intake) throws IOException {
        for (Intake.Item item = intake.next(); item != null; item = intake.next()) {
            read(item);
            order.progress().line(() -> tally.report(order.dryRun()));
        }
        for (Entry entry : waiting) {
            take(entry);
        }
        while (!batch.isEmpty()) {
            store();
        }
        return tally.report(order.dryRun());
    }

    private void read(Intake.Item item) {
        switch (item.reading()) {
            case Reading.Flawed flawed -> {
                ledger.mention(kind, flawed.id());
                tally.refuse(item.line(), flawed.id(), flawed.flaws());
            }
            case Reading.Sound sound -> takeOrWait(new Entry(item.line(), proposal(sound), item.characters()));
        }
    }

    private void takeOrWait(Entry entry) {
        RegistryRecord record = entry.proposal().record();
        ledger.mention(kind, record.key());
        if (waitingKeys.contains(record.key()) || !ledger.dangling(record).isEmpty()) {
            waiting.add(entry);
            waitingKeys.add(record.key());
        } else {
            take(entry);
        }
    }

    private Proposal proposal(Reading.Sound sound) {
        boolean isNew = ledger.newest(kind, sound.record().key()) == 0;
        Optional<LocalDate> from = sound.effectiveFrom().or(() -> isNew ? order.effectiveFrom() : Optional.empty());
        return new Proposal(sound.record(), from, OptionalInt.empty(), order.editor(), "");
    }

    private void take(Entry entry) {
        switch (ledger.judge(entry.proposal())) {
            case Filing.Filed filed -> {
                ledger.add(filed.version());
                batch.add(entry);
                versions.add(filed.version());
                characters += entry.characters();
                if (batch.size() == BATCH || characters > BATCH_CHARACTERS) {
                    store();
                }
            }
            case Filing.Unchanged unchanged -> tally.unchanged();
            case Filing.Refused refused -> tally.refuse(entry.line(), entry.key(), refused.flaws());
            case Filing.NotYours none -> tally.refuse(entry.line(), entry.key(), Remedy.NOT_YOURS);
            case Filing.Conflict conflict -> tally.refuse(entry.line(), entry.key(), Remedy.CONFLICT);
        }
    }

    private void store() {
        Set<Version> late = new HashSet<>(order.dryRun() || versions.isEmpty() ? List.of() : registry.store(versions));
        List<Entry> again = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            if (late.contains(versions.get(i))) {
                again.add(batch.get(i));
            } else {
                tally.changed(versions.get(i).number() == 1);
            }
        }
        batch.clear();
        versions.clear();
        characters = 0;
        if (!again.isEmpty()) {
            ledger = ledger.over(registry.snapshot(), clock.instant());
            again.forEach(this::retry);
        }
    }

    private void retry(Entry entry) {
        if (entry.attempt() == ATTEMPTS) {
            tally.refuse(entry.line(), entry.key(), Remedy.CONFLICT);
        } else {
            take(entry.again());
        }
    }

    /** A line that was read. */
    private record Entry(int line, Proposal proposal, int characters, int attempt) {
        Entry(int line, Proposal proposal, int characters) {
            this(line, proposal, characters, 1);
        }

        String key() {
            return proposal.record().key();
        }

        Entry again() {
            return new Entry(line, proposal, characters, attempt + 1);
        }
    }
}
