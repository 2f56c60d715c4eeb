package jo.sawt.knowledge;

import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Gauge;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which services were not confirmed within the period that their department has set (article 7: departments update their
 * services periodically). A new version confirms a service too. Its department is reminded once when the period has gone
 * by, and once more after each further period that goes by without a confirmation.
 */
public final class Freshness {
    /** Where a department has set no period. */
    public static final int USUAL_DAYS = 365;

    /** As the last pass of this process found. */
    private static final AtomicInteger STALE = new AtomicInteger();

    private static final System.Logger LOG = System.getLogger(Freshness.class.getName());

    private final LiveRegistry registry;
    private final Confirmations confirmations;
    private final InstantSource clock;
    private final List<BiConsumer<DepartmentId, List<Stale>>> reminders = new CopyOnWriteArrayList<>();

    public Freshness(LiveRegistry registry, Confirmations confirmations, InstantSource clock) {
        this.registry = registry;
        this.confirmations = confirmations;
        this.clock = clock;
    }

    /** The stale services that an editor may confirm, the longest due first. */
    public List<Stale> stale(Editor editor) {
        return stale().stream()
                .filter(one -> editor.department()
                        .map(one.service().department()::equals)
                        .orElse(true))
                .toList();
    }

    private List<Stale> stale() {
        Snapshot now = registry.snapshot();
        LocalDate today = Days.today(clock);
        Map<ServiceId, Confirmation> last =
                confirmations.all().stream().collect(Collectors.toMap(Confirmation::service, Function.identity()));
        Map<ServiceId, Reminder> reminded =
                confirmations.reminders().stream().collect(Collectors.toMap(Reminder::service, Function.identity()));
        List<Stale> found = new ArrayList<>();
        for (ServiceRecord service : now.services()) {
            Instant confirmed = confirmedAt(now, service, Optional.ofNullable(last.get(service.id())));
            LocalDate due = LocalDate.ofInstant(confirmed, Days.ZONE).plusDays(days(now, service));
            if (due.isBefore(today)) {
                found.add(new Stale(service, confirmed, due, Optional.ofNullable(reminded.get(service.id()))));
            }
        }
        found.sort(Comparator.comparing(Stale::due)
                .thenComparing(one -> one.service().id().value()));
        return found;
    }

    private static Instant confirmedAt(Snapshot now, ServiceRecord service, Optional<Confirmation> last) {
        Instant made = now.history(RecordKind.SERVICES, service.id().value()).stream()
                .filter(version -> version.number() == service.version())
                .map(version -> version.origin().at())
                .findFirst()
                .orElse(Instant.EPOCH);
        return last.map(Confirmation::at).filter(made::isBefore).orElse(made);
    }

    private static int days(Snapshot now, ServiceRecord service) {
        return now.department(service.department())
                .flatMap(department -> Optional.ofNullable(department.confirmEveryDays()))
                .orElse(USUAL_DAYS);
    }

    /** An editor has found a service right as it is in force; empty where the editor may not say so of this one. */
    public Optional<Confirmation> confirm(ServiceRecord service, Editor editor, String note) {
        if (!editor.department().map(service.department()::equals).orElse(true)) {
            return Optional.empty();
        }
        Confirmation confirmation =
                new Confirmation(service.id(), service.version(), editor.username(), clock.instant(), note);
        confirmations.save(confirmation);
        return Optional.of(confirmation);
    }

    /** Calls a listener with the services of a department that it is reminded of, on one of the nodes. */
    public void onReminder(BiConsumer<DepartmentId, List<Stale>> reminder) {
        reminders.add(reminder);
    }

    /** One pass: counts the stale services for the metric and reminds the departments of those whose time has come. */
    public void runDue() {
        List<Stale> stale = stale();
        STALE.set(stale.size());
        var unused = Metrics.globalRegistry()
                .getOrCreate(Gauge.builder("sawt_registry_stale_services", STALE, AtomicInteger::get)
                        .description("Services not confirmed within the period that their department has set"));
        Map<DepartmentId, List<Stale>> byDepartment = stale.stream()
                .filter(this::remind)
                .collect(Collectors.groupingBy(one -> one.service().department()));
        byDepartment.forEach((department, services) -> {
            LOG.log(
                    Level.WARNING,
                    "the registry: {0} services of {1} must be confirmed anew, the first since {2}",
                    services.size(),
                    department.value(),
                    services.getFirst().due());
            reminders.forEach(reminder -> reminder.accept(department, services));
        });
    }

    /** Whether this pass reminds of a service: not twice in one period, and not where another node does. */
    private boolean remind(Stale one) {
        LocalDate period = period(one);
        if (one.last().filter(last -> !last.period().isBefore(period)).isPresent()) {
            return false;
        }
        int number = one.last().map(Reminder::number).orElse(0) + 1;
        boolean first = confirmations.remind(new Reminder(one.service().id(), period, clock.instant(), number));
        Metrics.globalRegistry()
                .getOrCreate(Counter.builder("sawt_registry_reminders")
                        .description("Services that their department was reminded of, by who did it")
                        .tags(List.of(Tag.create("outcome", first ? "reminded" : "other-node"))))
                .increment();
        return first;
    }

    /** The last day of the newest period that has gone by without a confirmation. */
    private LocalDate period(Stale one) {
        int days = days(registry.snapshot(), one.service());
        long over = ChronoUnit.DAYS.between(one.due(), Days.today(clock)) - 1;
        return one.due().plusDays(over / days * days);
    }

    /**
     * A service that must be confirmed anew.
     *
     * @param confirmedAt when it was confirmed or changed last
     * @param due the last day on which that was enough
     * @param last the last reminder of this service, also of a time before
     */
    public record Stale(ServiceRecord service, Instant confirmedAt, LocalDate due, Optional<Reminder> last) {
        /** When its department was last reminded that this confirmation is due; empty before that. */
        public Optional<Instant> remindedAt() {
            return last.filter(reminder -> !reminder.period().isBefore(due)).map(Reminder::at);
        }
    }
}
