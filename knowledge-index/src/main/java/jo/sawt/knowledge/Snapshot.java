package jo.sawt.knowledge;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The whole registry at one revision, with all versions, in memory. It never changes; only the day it is read on does. */
public final class Snapshot implements Registry {
    private final Map<RecordKind, NavigableMap<String, History>> histories;
    private final long changes;
    private final InstantSource clock;
    private volatile Day day;

    private Snapshot(Map<RecordKind, NavigableMap<String, History>> histories, long changes, InstantSource clock) {
        this.histories = histories;
        this.changes = changes;
        this.clock = clock;
        this.day = Day.of(histories, Days.today(clock));
    }

    /** A registry with nothing in it. */
    public static Snapshot empty(InstantSource clock) {
        return new Snapshot(new EnumMap<>(RecordKind.class), 0, clock);
    }

    /**
     * The registry with more versions; of utterances only the newest stays.
     *
     * @param revision of the store with them, never less than before
     */
    public Snapshot with(Collection<Version> versions, long revision) {
        Map<RecordKind, NavigableMap<String, History>> next = new EnumMap<>(RecordKind.class);
        histories.forEach((kind, records) -> next.put(kind, new TreeMap<>(records)));
        versions.stream()
                .collect(Collectors.groupingBy(version -> Map.entry(version.kind(), version.key())))
                .forEach((record, more) -> next.computeIfAbsent(record.getKey(), kind -> new TreeMap<>())
                        .merge(record.getValue(), History.of(more), (old, added) -> grown(record.getKey(), old, more)));
        return new Snapshot(next, revision, clock);
    }

    private static History grown(RecordKind kind, History old, List<Version> more) {
        return kind == RecordKind.UTTERANCES ? History.of(List.of(more.getLast())) : old.with(more);
    }

    private Optional<History> find(RecordKind kind, String key) {
        NavigableMap<String, History> records = histories.get(kind);
        return records == null ? Optional.empty() : Optional.ofNullable(records.get(key));
    }

    /** Every version of a record by number; none of an unknown one. */
    public List<Version> history(RecordKind kind, String key) {
        return find(kind, key).map(History::versions).orElse(List.of());
    }

    /** The version that counts on a day, also one that withdraws the record. */
    public Optional<Version> on(RecordKind kind, String key, LocalDate when) {
        return find(kind, key).flatMap(history -> history.on(when));
    }

    /** The number of the newest version of a record, 0 of an unknown one. */
    public int newest(RecordKind kind, String key) {
        return find(kind, key).map(History::newest).orElse(0);
    }

    /** The ids of all versions of all records. */
    Set<String> ids() {
        return histories.values().stream()
                .flatMap(kind -> kind.values().stream())
                .flatMap(history -> history.versions().stream())
                .map(Version::id)
                .collect(Collectors.toSet());
    }

    /** The ids of all records of a kind, in order, whether in force or not. */
    public List<String> keys(RecordKind kind) {
        NavigableMap<String, History> records = histories.get(kind);
        return records == null ? List.of() : List.copyOf(records.keySet());
    }

    @Override
    public Optional<ServiceRecord> service(ServiceId id) {
        return service(id, Days.today(clock));
    }

    @Override
    public Optional<ServiceRecord> service(ServiceId id, LocalDate when) {
        return find(RecordKind.SERVICES, id.value())
                .flatMap(history -> history.inForce(when))
                .map(ServiceRecord.class::cast);
    }

    @Override
    public List<ServiceRecord> versions(ServiceId id) {
        return find(RecordKind.SERVICES, id.value()).stream()
                .flatMap(history -> history.records().stream())
                .map(ServiceRecord.class::cast)
                .toList();
    }

    @Override
    public List<ServiceRecord> services() {
        return today().services;
    }

    @Override
    public Optional<Department> department(DepartmentId id) {
        return Optional.ofNullable(today().byId.get(id));
    }

    @Override
    public List<Department> departments() {
        return today().departments;
    }

    @Override
    public List<Center> centers() {
        return today().centers;
    }

    @Override
    public List<LifeEvent> lifeEvents() {
        return today().lifeEvents;
    }

    @Override
    public List<Document> documents() {
        return today().documents;
    }

    @Override
    public List<Utterance> utterances() {
        return today().utterances;
    }

    @Override
    public List<Synonym> synonyms() {
        return today().synonyms;
    }

    /** Rises with every change of the store and with every day, since what is in force changes with both. */
    @Override
    public long revision() {
        return changes + Days.today(clock).toEpochDay();
    }

    /** The revision of the store alone. */
    public long changes() {
        return changes;
    }

    /** The day it is. */
    public LocalDate date() {
        return today().date;
    }

    private Day today() {
        LocalDate now = Days.today(clock);
        Day known = day;
        if (!known.date.equals(now)) {
            known = Day.of(histories, now);
            day = known;
        }
        return known;
    }

    /** What is in force on one day. */
    private record Day(
            LocalDate date,
            List<ServiceRecord> services,
            Map<DepartmentId, Department> byId,
            List<Department> departments,
            List<Center> centers,
            List<LifeEvent> lifeEvents,
            List<Document> documents,
            List<Utterance> utterances,
            List<Synonym> synonyms) {
        static Day of(Map<RecordKind, NavigableMap<String, History>> histories, LocalDate date) {
            List<RegistryRecord> records = new ArrayList<>();
            histories.values().stream()
                    .flatMap(kind -> kind.values().stream())
                    .forEach(history -> history.inForce(date).ifPresent(records::add));
            List<ServiceRecord> services = only(records, ServiceRecord.class);
            List<Department> departments = only(records, Department.class);
            Map<ServiceId, ServiceRecord> offered =
                    services.stream().collect(Collectors.toMap(ServiceRecord::id, Function.identity()));
            List<Utterance> utterances = only(records, ServiceUtterances.class).stream()
                    .filter(ways -> offered.containsKey(ways.service()))
                    .flatMap(ways -> ways.ways().stream())
                    .toList();
            return new Day(
                    date,
                    services,
                    departments.stream().collect(Collectors.toMap(Department::id, Function.identity())),
                    departments,
                    only(records, Center.class),
                    only(records, LifeEvent.class),
                    only(records, Document.class),
                    utterances,
                    only(records, Synonym.class));
        }

        private static <T> List<T> only(List<RegistryRecord> records, Class<T> type) {
            return records.stream().filter(type::isInstance).map(type::cast).toList();
        }
    }
}
