package jo.sawt.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SnapshotTest {
    private static final ServiceId ID = new ServiceId("passport-renewal");
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-06-01T09:00:00Z"));
    private final InstantSource clock = now::get;
    private final Snapshot sample = SampleRegistry.load(clock);
    private final ServiceRecord first = sample.service(ID).orElseThrow();

    @Test
    void aPlannedVersionTakesEffectByItselfAtMidnightInAmman() {
        Snapshot planned = sample.with(List.of(version(2, "2026-07-01", false)), 2);
        long before = planned.revision();

        now.set(Instant.parse("2026-06-30T20:59:59Z"));
        assertThat(inForce(planned)).hasValue(1);
        now.set(Instant.parse("2026-06-30T21:00:00Z"));
        assertThat(inForce(planned)).hasValue(2);
        assertThat(planned.services().stream().filter(service -> service.id().equals(ID)))
                .singleElement()
                .extracting(ServiceRecord::version)
                .isEqualTo(2);
        assertThat(planned.revision()).isGreaterThan(before);
    }

    @Test
    void aPastDayIsAnsweredByTheVersionInForceThen() {
        Snapshot changed = sample.with(List.of(version(2, "2026-06-01", false)), 2);

        assertThat(changed.service(ID, LocalDate.parse("2026-05-31"))).hasValueSatisfying(service -> {
            assertThat(service.version()).isEqualTo(1);
            assertThat(service.effectiveTo()).isEqualTo("2026-05-31");
        });
        assertThat(inForce(changed)).hasValue(2);
        assertThat(changed.service(ID, LocalDate.parse("2025-12-31"))).isEmpty();
    }

    @Test
    void aCorrectionTodayLeavesAPlannedChangeInPlace() {
        Snapshot changed = sample.with(List.of(version(2, "2027-01-01", false)), 2)
                .with(List.of(version(3, "2026-06-01", false)), 3);

        assertThat(inForce(changed)).hasValue(3);
        assertThat(changed.service(ID, LocalDate.parse("2027-01-01")))
                .map(ServiceRecord::version)
                .hasValue(2);
        assertThat(changed.versions(ID)).extracting(ServiceRecord::version).containsExactly(1, 2, 3);
    }

    @Test
    void aWithdrawnServiceIsNoLongerInForceButStaysOnRecord() {
        Snapshot withdrawn = sample.with(List.of(version(2, "2026-06-01", true)), 2);

        assertThat(withdrawn.service(ID)).isEmpty();
        assertThat(withdrawn.services()).hasSize(201);
        assertThat(withdrawn.utterances()).noneMatch(way -> way.service().equals(ID));
        assertThat(withdrawn.service(ID, LocalDate.parse("2026-05-31"))).isPresent();
        assertThat(withdrawn.versions(ID)).hasSize(2);
    }

    private Optional<Integer> inForce(Snapshot snapshot) {
        return snapshot.service(ID).map(ServiceRecord::version);
    }

    private Version version(int number, String from, boolean withdrawn) {
        return new Version(
                first, number, LocalDate.parse(from), withdrawn, new Version.Origin("editor", now.get(), "test"));
    }
}
