package jo.sawt.knowledge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The registry as it will be once the changes in hand are stored, and the rules for taking one more. A day that is past
 * is never rewritten: what was answered then stays what the registry says of it.
 */
final class Ledger {
    private final Snapshot snapshot;
    private final LocalDate today;
    private final Instant now;
    private final Map<String, History> changed = new HashMap<>();
    private final Set<String> mentioned = new HashSet<>();
    private final Set<String> created = new HashSet<>();

    Ledger(Snapshot snapshot, Instant now) {
        this.snapshot = snapshot;
        this.now = now;
        this.today = LocalDate.ofInstant(now, Days.ZONE);
    }

    /** The same changes in hand, over a registry that has moved on. */
    Ledger over(Snapshot newer, Instant when) {
        Ledger next = new Ledger(newer, when);
        next.mentioned.addAll(mentioned);
        return next;
    }

    private static String name(RecordKind kind, String key) {
        return kind.wire() + "/" + key;
    }

    /** Notes that a record of this id is in the changes in hand, so that others of them may refer to it. */
    void mention(RecordKind kind, String key) {
        mentioned.add(name(kind, key));
    }

    boolean knows(RecordKind kind, String key) {
        return mentioned.contains(name(kind, key)) || newest(kind, key) > 0;
    }

    /** What a record refers to that is nowhere. */
    List<Flaw> dangling(RegistryRecord record) {
        return Reference.of(record).stream()
                .filter(reference -> !knows(reference.kind(), reference.id()))
                .map(Reference::flaw)
                .toList();
    }

    void add(Version version) {
        String name = name(version.kind(), version.key());
        History history = changed.get(name);
        List<Version> known = history == null ? snapshot.history(version.kind(), version.key()) : history.versions();
        if (known.isEmpty()) {
            created.add(name);
        }
        changed.put(name, History.of(known).with(List.of(version)));
    }

    int newest(RecordKind kind, String key) {
        History history = changed.get(name(kind, key));
        return history == null ? snapshot.newest(kind, key) : history.newest();
    }

    Optional<Version> on(RecordKind kind, String key, LocalDate day) {
        History history = changed.get(name(kind, key));
        return history == null ? snapshot.on(kind, key, day) : history.on(day);
    }

    /** The version made last, whenever it is in force. */
    Optional<Version> latest(RecordKind kind, String key) {
        History history = changed.get(name(kind, key));
        List<Version> versions = history == null ? snapshot.history(kind, key) : history.versions();
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
    }

    /** Judges a proposal; nothing is added yet. */
    Filing judge(Proposal proposal) {
        RegistryRecord record = proposal.record();
        RecordKind kind = RecordKind.of(record);
        int newest = newest(kind, record.key());
        if (!new Scope(this).allows(proposal.editor(), record)) {
            return new Filing.NotYours();
        }
        if (proposal.basedOn().isPresent() && proposal.basedOn().getAsInt() != newest) {
            return new Filing.Conflict(newest);
        }
        List<Flaw> flaws = dangling(record);
        return flaws.isEmpty() ? dated(proposal, newest) : new Filing.Refused(flaws);
    }

    private Filing dated(Proposal proposal, int newest) {
        RegistryRecord record = proposal.record();
        RecordKind kind = RecordKind.of(record);
        LocalDate from = proposal.effectiveFrom().orElse(today);
        boolean past = newest > 0 && from.isBefore(today) && !created.contains(name(kind, record.key()));
        Optional<Version> then = on(kind, record.key(), from);
        if (then.filter(version -> says(version, record)).isPresent() && (!past || starts(then, from))) {
            return new Filing.Unchanged(then.orElseThrow());
        }
        if (past && !starts(then, from)) {
            return new Filing.Refused(List.of(new Flaw("/effectiveFrom", Remedy.past(today))));
        }
        Optional<Version> current = on(kind, record.key(), today);
        if (past && current.filter(version -> says(version, record)).isPresent()) {
            return new Filing.Unchanged(current.orElseThrow());
        }
        Version.Origin origin = new Version.Origin(proposal.editor().username(), now, proposal.reason());
        return new Filing.Filed(new Version(record, newest + 1, past ? today : from, false, origin));
    }

    /** Judges the end of a record: from that day on it is no longer in force. */
    Filing judgeWithdrawal(Withdrawal withdrawal) {
        RecordKind kind = withdrawal.kind();
        Optional<Version> latest = latest(kind, withdrawal.key());
        if (latest.isEmpty()) {
            return new Filing.Refused(List.of(new Flaw("", Remedy.unknown(kind, withdrawal.key()))));
        }
        if (withdrawal.editor().department().isPresent()) {
            return new Filing.NotYours();
        }
        int newest = latest.get().number();
        if (withdrawal.basedOn().isPresent() && withdrawal.basedOn().getAsInt() != newest) {
            return new Filing.Conflict(newest);
        }
        LocalDate from = withdrawal.effectiveFrom().orElse(today);
        if (from.isBefore(today)) {
            return new Filing.Refused(List.of(new Flaw("/effectiveFrom", Remedy.past(today))));
        }
        Optional<Version> then = on(kind, withdrawal.key(), from);
        if (then.filter(Version::withdrawn).isPresent()) {
            return new Filing.Unchanged(then.orElseThrow());
        }
        Version.Origin origin = new Version.Origin(withdrawal.editor().username(), now, withdrawal.reason());
        RegistryRecord last = then.orElse(latest.get()).record();
        return new Filing.Filed(new Version(last, newest + 1, from, true, origin));
    }

    /** A date that a version on record has is an echo of it, as after reading, changing and sending a record back. */
    private static boolean starts(Optional<Version> version, LocalDate day) {
        return version.filter(then -> then.effectiveFrom().equals(day)).isPresent();
    }

    private static boolean says(Version version, RegistryRecord record) {
        return !version.withdrawn() && version.record().equals(record.content());
    }
}
