package jo.sawt.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All versions of one record. On any day the one in force is the one that started last; of two that start on the same day
 * the later number counts, so that a correction today leaves a change planned for next year in place.
 */
final class History {
    static final Comparator<Version> BY_START =
            Comparator.comparing(Version::effectiveFrom).thenComparingInt(Version::number);

    private final List<Version> versions;
    private final List<RegistryRecord> dated;

    private History(List<Version> versions) {
        this.versions = List.copyOf(versions);
        List<RegistryRecord> records = new ArrayList<>(versions.size());
        for (int i = 0; i < versions.size(); i++) {
            Version version = versions.get(i);
            LocalDate end = end(i);
            records.add(version.record().dated(version.number(), version.effectiveFrom(), end));
        }
        this.dated = List.copyOf(records);
    }

    static History of(Collection<Version> versions) {
        return new History(versions.stream().sorted(BY_START).toList());
    }

    History with(Collection<Version> more) {
        List<Version> all = new ArrayList<>(versions);
        all.removeIf(old -> more.stream().anyMatch(version -> version.number() == old.number()));
        all.addAll(more);
        return of(all);
    }

    private @Nullable LocalDate end(int index) {
        return index + 1 < versions.size()
                ? versions.get(index + 1).effectiveFrom().minusDays(1)
                : null;
    }

    private int indexOn(LocalDate day) {
        int found = -1;
        for (int i = 0; i < versions.size(); i++) {
            if (!versions.get(i).effectiveFrom().isAfter(day)) {
                found = i;
            }
        }
        return found;
    }

    /** The version that counts on a day, also one that withdraws the record. */
    Optional<Version> on(LocalDate day) {
        int index = indexOn(day);
        return index < 0 ? Optional.empty() : Optional.of(versions.get(index));
    }

    /** The record in force on a day, with its version and dates; none before the first and once it is withdrawn. */
    Optional<RegistryRecord> inForce(LocalDate day) {
        int index = indexOn(day);
        return index < 0 || versions.get(index).withdrawn() ? Optional.empty() : Optional.of(dated.get(index));
    }

    /** Every version by number. */
    List<Version> versions() {
        return versions.stream()
                .sorted(Comparator.comparingInt(Version::number))
                .toList();
    }

    /** The record of every version by number, with its dates. */
    List<RegistryRecord> records() {
        return versions().stream()
                .map(version -> dated.get(versions.indexOf(version)))
                .toList();
    }

    int newest() {
        return versions.stream().mapToInt(Version::number).max().orElse(0);
    }
}
