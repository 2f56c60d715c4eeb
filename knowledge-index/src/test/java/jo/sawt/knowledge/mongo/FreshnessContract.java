package jo.sawt.knowledge.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Gauge;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import jo.sawt.knowledge.DepartmentId;
import jo.sawt.knowledge.Editor;
import jo.sawt.knowledge.Freshness;
import jo.sawt.knowledge.LiveRegistry;
import jo.sawt.knowledge.RecordKind;
import jo.sawt.knowledge.Records;
import jo.sawt.knowledge.ServiceRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long a confirmation lasts and who is reminded when it no longer does, on any store. */
abstract class FreshnessContract extends RegistryCase {
    private static final DepartmentId CSPD = new DepartmentId("cspd");

    private final List<DepartmentId> reminded = new CopyOnWriteArrayList<>();
    private Freshness freshness;

    @BeforeEach
    void foundWithAServiceToBeConfirmedEveryThirtyDays() throws IOException {
        foundWithOneService();
        registry.importLines(RecordKind.DEPARTMENTS, Records.stream("""
                        {"id":"cspd","name":{"ar":"دائرة","en":"Department"},"confirmEveryDays":30}"""), EDITOR, false);
        freshness = on(registry);
    }

    /** What a node goes by. */
    private Freshness on(LiveRegistry node) {
        Freshness made = new Freshness(node, new MongoConfirmations(database), clock);
        made.onReminder((department, services) -> reminded.add(department));
        return made;
    }

    private void on(String day) {
        now.set(Instant.parse(day + "T09:00:00Z"));
    }

    private static long remindersCounted() {
        return Metrics.globalRegistry()
                .meter(Counter.class, "sawt_registry_reminders", List.of(Tag.create("outcome", "reminded")))
                .map(Counter::count)
                .orElse(0L);
    }

    @Test
    void aServiceNotConfirmedInItsDepartmentsPeriodIsStaleUntilItIs() {
        on("2026-07-01");
        assertThat(freshness.stale(EDITOR)).isEmpty();

        on("2026-07-02");

        assertThat(freshness.stale(EDITOR)).singleElement().satisfies(stale -> {
            assertThat(stale.service().id()).isEqualTo(CARD);
            assertThat(stale.due()).isEqualTo(LocalDate.parse("2026-07-01"));
        });
        freshness.runDue();
        assertThat(Metrics.globalRegistry()
                        .meter(Gauge.class, "sawt_registry_stale_services", List.of())
                        .orElseThrow()
                        .value()
                        .intValue())
                .isEqualTo(1);
        ServiceRecord card = registry.service(CARD).orElseThrow();
        Editor stranger = new Editor("rana", Optional.of(new DepartmentId("dls")));
        assertThat(freshness.stale(stranger)).isEmpty();
        assertThat(freshness.confirm(card, stranger, "")).isEmpty();
        assertThat(freshness.confirm(card, EDITOR, "راجعناها")).isPresent();
        assertThat(freshness.stale(EDITOR)).isEmpty();
        on("2026-08-02");
        assertThat(freshness.stale(EDITOR)).hasSize(1);
    }

    @Test
    void aDepartmentIsRemindedOncePerPeriodThatGoesByUnconfirmed() {
        long before = remindersCounted();
        on("2026-07-01");
        freshness.runDue();
        assertThat(reminded).isEmpty();

        on("2026-07-02");
        freshness.runDue();
        freshness.runDue();
        on("2026-07-31");
        freshness.runDue();
        assertThat(reminded).containsExactly(CSPD);
        assertThat(freshness.stale(EDITOR).getFirst().remindedAt()).contains(Instant.parse("2026-07-02T09:00:00Z"));

        on("2026-08-01");
        freshness.runDue();
        freshness.runDue();
        assertThat(reminded).containsExactly(CSPD, CSPD);
        assertThat(freshness.stale(EDITOR).getFirst().remindedAt()).contains(Instant.parse("2026-08-01T09:00:00Z"));
        assertThat(remindersCounted() - before).isEqualTo(2);
    }

    @Test
    void aConfirmationOrAChangeBeginsAPeriodWithAReminderOfItsOwn() {
        on("2026-07-02");
        freshness.runDue();
        freshness.confirm(registry.service(CARD).orElseThrow(), EDITOR, "");
        on("2026-08-01");
        freshness.runDue();
        assertThat(reminded).hasSize(1);

        on("2026-08-02");
        assertThat(freshness.stale(EDITOR).getFirst().remindedAt()).isEmpty();
        freshness.runDue();
        assertThat(reminded).hasSize(2);

        registry.file(fee("3", OptionalInt.of(1)));
        assertThat(freshness.stale(EDITOR)).isEmpty();
        on("2026-09-02");
        freshness.runDue();
        assertThat(reminded).hasSize(3);
    }

    @Test
    void ofTwoNodesThatLookAtOnceOneReminds() throws Exception {
        Freshness other = on(MongoRegistry.open(database, clock));
        on("2026-07-02");

        atOnce(List.of(() -> run(freshness), () -> run(other), () -> run(freshness), () -> run(other)));

        assertThat(reminded).containsExactly(CSPD);
        assertThat(other.stale(EDITOR).getFirst().remindedAt()).isPresent();
    }

    private static boolean run(Freshness node) {
        node.runDue();
        return true;
    }
}
