package jo.sawt.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SampleRegistryTest {
    private final Snapshot sample = SampleRegistry.load(InstantSource.fixed(Instant.parse("2026-06-01T09:00:00Z")));

    @Test
    void holdsEveryRecordOfTheSample() {
        assertThat(sample.services()).hasSize(202);
        assertThat(sample.departments()).hasSize(47);
        assertThat(sample.centers()).hasSize(19);
        assertThat(sample.lifeEvents()).hasSize(34);
        assertThat(sample.utterances()).hasSize(25_947);
        assertThat(sample.documents()).singleElement().satisfies(document -> {
            assertThat(document.id()).isEqualTo("regulation-2025");
            assertThat(document.title()).startsWith("نظام إدارة وتطوير الخدمات الحكومية");
            assertThat(document.text())
                    .contains("المادة ٧- تلتزم الدائرة بما يلي")
                    .doesNotStartWith("#");
            assertThat(document.lang()).isEqualTo(Lang.AR);
            assertThat(document.version()).isEqualTo(1);
        });
    }

    @Test
    void readsAllFieldsOfAService() {
        ServiceRecord renewal =
                sample.service(new ServiceId("passport-renewal")).orElseThrow();

        assertThat(renewal.version()).isEqualTo(1);
        assertThat(renewal.effectiveFrom()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(renewal.effectiveTo()).isNull();
        assertThat(renewal.department()).isEqualTo(new DepartmentId("cspd"));
        assertThat(renewal.name().in(Lang.EN)).isEqualTo("Ordinary passport renewal");
        assertThat(renewal.documents().in(Lang.AR)).hasSize(6);
        assertThat(renewal.fees()).hasSize(7).first().satisfies(fee -> {
            assertThat(fee.amount()).isEqualTo(new BigDecimal("50"));
            assertThat(fee.currency()).isEqualTo("JOD");
        });
        assertThat(renewal.duration().days()).isEqualTo(new BigDecimal("0.1"));
        assertThat(renewal.illustrativeFields()).containsExactly("steps");
        assertThat(renewal.related()).contains(new ServiceId("passport-lost"));
        assertThat(renewal.sources()).hasSize(5);
    }

    @Test
    void everyReferenceInTheSampleLeadsSomewhere() {
        Set<ServiceId> services = new HashSet<>();
        sample.services().forEach(service -> services.add(service.id()));

        assertThat(sample.services()).allSatisfy(service -> {
            assertThat(sample.department(service.department())).isPresent();
            assertThat(services).containsAll(service.related());
        });
        assertThat(sample.lifeEvents()).allSatisfy(event -> assertThat(services).containsAll(event.services()));
        assertThat(sample.centers())
                .allSatisfy(center -> assertThat(center.departments())
                        .allSatisfy(id -> assertThat(sample.department(id)).isPresent()));
        assertThat(sample.utterances()).allSatisfy(way -> assertThat(services).contains(way.service()));
    }
}
