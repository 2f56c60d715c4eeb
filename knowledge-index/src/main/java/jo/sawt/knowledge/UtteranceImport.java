package jo.sawt.knowledge;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One import of ways of asking: a line is one way, and all ways of a service are stored together. */
final class UtteranceImport {
    private static final int BATCH = 50_000;

    private final LiveRegistry registry;
    private final InstantSource clock;
    private final ImportOrder order;
    private final Tally tally = new Tally();
    private final Map<String, List<Entry>> groups = new LinkedHashMap<>();
    private int entries;

    UtteranceImport(LiveRegistry registry, InstantSource clock, ImportOrder order) {
        this.registry = registry;
        this.clock = clock;
        this.order = order;
    }

    ImportReport run(Intake intake) throws IOException {
        Ledger ledger = new Ledger(registry.snapshot(), clock.instant());
        for (Intake.Item item = intake.next(); item != null; item = intake.next()) {
            read(item, ledger);
            order.progress().line(() -> tally.report(order.dryRun()));
            if (entries >= BATCH && !order.dryRun()) {
                store(1);
            }
        }
        store(1);
        return tally.report(order.dryRun());
    }

    private void read(Intake.Item item, Ledger ledger) {
        switch (item.reading()) {
            case Reading.Flawed flawed -> tally.refuse(item.line(), flawed.id(), flawed.flaws());
            case Reading.Sound sound -> {
                RegistryRecord record = sound.record();
                List<Flaw> flaws = ledger.dangling(record);
                if (!flaws.isEmpty()) {
                    tally.refuse(item.line(), record.key(), flaws);
                } else if (!new Scope(ledger).allows(order.editor(), record)) {
                    tally.refuse(item.line(), record.key(), Remedy.NOT_YOURS);
                } else {
                    add(item.line(), record);
                }
            }
        }
    }

    private void add(int line, RegistryRecord record) {
        if (record instanceof ServiceUtterances utterances) {
            List<Entry> group = groups.computeIfAbsent(record.key(), key -> new ArrayList<>());
            utterances.ways().forEach(way -> group.add(new Entry(line, way)));
            entries++;
        }
    }

    private void store(int attempt) {
        Instant now = clock.instant();
        List<Outcome> outcomes = new ArrayList<>();
        groups.forEach((key, group) -> outcomes.add(Outcome.of(key, group, registry.snapshot())));
        List<Version> fresh = outcomes.stream()
                .filter(Outcome::changes)
                .map(outcome -> outcome.version(order.editor(), now))
                .toList();
        List<Version> late = order.dryRun() || fresh.isEmpty() ? List.of() : registry.store(fresh);
        Set<String> lost = new HashSet<>();
        late.forEach(version -> lost.add(version.key()));
        groups.keySet().retainAll(lost);
        entries = 0;
        for (Outcome outcome : outcomes) {
            if (!lost.contains(outcome.service().value())) {
                outcome.count(tally);
            } else if (attempt == RecordImport.ATTEMPTS) {
                outcome.entries()
                        .forEach(entry ->
                                tally.refuse(entry.line(), entry.way().service().value(), Remedy.CONFLICT));
            }
        }
        if (!lost.isEmpty() && attempt < RecordImport.ATTEMPTS) {
            store(attempt + 1);
        }
    }

    /** A line that was read. */
    private record Entry(int line, Utterance way) {}

    /** What the lines of one service come to, over the ways on record. */
    private record Outcome(
            ServiceId service,
            int base,
            List<Entry> entries,
            Map<String, Utterance> ways,
            int created,
            int updated,
            List<Entry> surplus) {
        static Outcome of(String key, List<Entry> entries, Snapshot snapshot) {
            Map<String, Utterance> ways = new LinkedHashMap<>();
            List<Version> known = snapshot.history(RecordKind.UTTERANCES, key);
            if (!known.isEmpty() && known.getLast().record() instanceof ServiceUtterances last) {
                last.ways().forEach(way -> ways.put(way.text(), way));
            }
            List<Entry> surplus = new ArrayList<>();
            int created = 0;
            int updated = 0;
            for (Entry entry : entries) {
                @Nullable Utterance before = ways.get(entry.way().text());
                if (before == null && ways.size() == Ways.MOST) {
                    surplus.add(entry);
                    continue;
                }
                ways.put(entry.way().text(), entry.way());
                created += before == null ? 1 : 0;
                updated += before == null || before.equals(entry.way()) ? 0 : 1;
            }
            int base = snapshot.newest(RecordKind.UTTERANCES, key);
            return new Outcome(new ServiceId(key), base, entries, ways, created, updated, surplus);
        }

        boolean changes() {
            return created + updated > 0;
        }

        Version version(Editor editor, Instant now) {
            ServiceUtterances record = new ServiceUtterances(service, List.copyOf(ways.values()));
            Version.Origin origin = new Version.Origin(editor.username(), now, "");
            return new Version(record, base + 1, LocalDate.EPOCH, false, origin);
        }

        void count(Tally tally) {
            for (int i = 0; i < entries.size() - surplus.size(); i++) {
                if (i < created + updated) {
                    tally.changed(i < created);
                } else {
                    tally.unchanged();
                }
            }
            surplus.forEach(entry -> tally.refuse(entry.line(), service.value(), Remedy.most(Ways.MOST)));
        }
    }
}
