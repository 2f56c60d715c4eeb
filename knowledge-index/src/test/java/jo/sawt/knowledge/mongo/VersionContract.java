package jo.sawt.knowledge.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import jo.sawt.knowledge.DepartmentId;
import jo.sawt.knowledge.Editor;
import jo.sawt.knowledge.Filing;
import jo.sawt.knowledge.ImportReport;
import jo.sawt.knowledge.LiveRegistry;
import jo.sawt.knowledge.Proposal;
import jo.sawt.knowledge.RecordKind;
import jo.sawt.knowledge.Records;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.knowledge.Withdrawal;
import org.junit.jupiter.api.Test;

/** What the registry promises of versions and those who change them, on any store. */
abstract class VersionContract extends RegistryCase {
    @Test
    void aChangedFeeIsInForceAtOnceAndYesterdaysAnswerRemains() throws IOException {
        foundWithOneService();
        now.set(Instant.parse("2026-06-10T09:00:00Z"));

        assertThat(registry.file(fee("7.250", OptionalInt.of(1))))
                .isInstanceOfSatisfying(
                        Filing.Filed.class,
                        filed -> assertThat(filed.version().number()).isEqualTo(2));

        assertThat(feeOf(registry.service(CARD))).isEqualByComparingTo("7.25");
        assertThat(feeOf(registry.service(CARD, LocalDate.parse("2026-06-09")))).isEqualByComparingTo("2");
        LiveRegistry restarted = MongoRegistry.open(database, clock);
        assertThat(restarted.versions(CARD)).isEqualTo(registry.versions(CARD)).hasSize(2);
        assertThat(feeOf(restarted.service(CARD))).isEqualTo(new BigDecimal("7.25"));
    }

    @Test
    void aRecordSentBackWithItsOwnDateDoesNotRewriteThePast() throws IOException {
        foundWithOneService();
        now.set(Instant.parse("2026-06-10T09:00:00Z"));

        registry.file(fee("5", OptionalInt.empty(), Optional.of(LocalDate.parse("2026-06-01")), EDITOR));

        assertThat(feeOf(registry.service(CARD, LocalDate.parse("2026-06-09")))).isEqualByComparingTo("2");
        assertThat(registry.service(CARD).orElseThrow().effectiveFrom()).isEqualTo("2026-06-10");
        assertThat(registry.file(fee("6", OptionalInt.empty(), Optional.of(LocalDate.parse("2026-06-05")), EDITOR)))
                .isInstanceOfSatisfying(
                        Filing.Refused.class,
                        refused -> assertThat(refused.flaws())
                                .singleElement()
                                .satisfies(flaw -> assertThat(flaw.pointer()).isEqualTo("/effectiveFrom")));
    }

    @Test
    void aPlannedChangeIsToldToListenersOnItsDay() throws IOException {
        foundWithOneService();
        registry.file(fee("9", OptionalInt.of(1), Optional.of(LocalDate.parse("2026-07-01")), EDITOR));
        AtomicInteger told = new AtomicInteger();
        registry.onChange(told::incrementAndGet);

        registry.refresh();
        assertThat(told).hasValue(0);
        assertThat(feeOf(registry.service(CARD))).isEqualByComparingTo("2");

        now.set(Instant.parse("2026-06-30T21:00:00Z"));
        registry.refresh();
        assertThat(told).hasValue(1);
        assertThat(feeOf(registry.service(CARD))).isEqualByComparingTo("9");
    }

    @Test
    void anotherNodeSeesAChangeAtItsNextPass() throws IOException {
        foundWithOneService();
        LiveRegistry other = MongoRegistry.open(database, clock);
        AtomicInteger told = new AtomicInteger();
        other.onChange(told::incrementAndGet);

        registry.file(fee("3", OptionalInt.of(1)));
        take(RecordKind.UTTERANCES, "{\"service\":\"card\",\"text\":\"بدي هوية\",\"register\":\"jordanian\"}");
        other.refresh();

        assertThat(feeOf(other.service(CARD))).isEqualByComparingTo("3");
        assertThat(other.utterances()).hasSize(1);
        assertThat(told).hasValue(1);
        assertThat(other.revision()).isEqualTo(registry.revision());
    }

    @Test
    void ofEditorsWhoChangeOneRecordAtOnceOneWins() throws Exception {
        foundWithOneService();
        List<Callable<Filing>> editors = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String amount = Integer.toString(10 + i);
            LiveRegistry node = i % 2 == 0 ? registry : MongoRegistry.open(database, clock);
            editors.add(() -> node.file(fee(amount, OptionalInt.of(1))));
        }

        List<Filing> outcomes = atOnce(editors);

        assertThat(outcomes.stream().filter(Filing.Filed.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(new Filing.Conflict(2)::equals)).hasSize(7);
        registry.refresh();
        assertThat(registry.versions(CARD)).hasSize(2);
    }

    @Test
    void changesThatNameNoVersionAllComeThrough() throws Exception {
        foundWithOneService();
        LiveRegistry other = MongoRegistry.open(database, clock);

        List<Filing> outcomes = atOnce(List.of(
                () -> registry.file(fee("11", OptionalInt.empty())), () -> other.file(fee("12", OptionalInt.empty()))));

        assertThat(outcomes).allMatch(Filing.Filed.class::isInstance);
        registry.refresh();
        assertThat(registry.versions(CARD)).extracting(ServiceRecord::version).containsExactly(1, 2, 3);
    }

    @Test
    void anEditorOfADepartmentChangesOnlyItsServices() throws IOException {
        foundWithOneService();
        Editor own = new Editor("sami", Optional.of(new DepartmentId("cspd")));
        Editor foreign = new Editor("rana", Optional.of(new DepartmentId("dls")));

        assertThat(registry.file(fee("4", OptionalInt.empty(), Optional.empty(), foreign)))
                .isEqualTo(new Filing.NotYours());
        assertThat(registry.file(new Proposal(
                        Records.record(RecordKind.SERVICES, Records.service("card", "dls", "4")),
                        Optional.empty(),
                        OptionalInt.empty(),
                        foreign,
                        "")))
                .isEqualTo(new Filing.NotYours());
        assertThat(registry.file(fee("4", OptionalInt.empty(), Optional.empty(), own)))
                .isInstanceOf(Filing.Filed.class);
        ImportReport report = registry.importLines(
                RecordKind.SERVICES,
                Records.stream(
                        Records.service("card", "cspd", "5").toString(),
                        Records.service("deed", "dls", "5").toString()),
                foreign,
                false);
        assertThat(counts(report)).containsExactly(1, 0, 0, 1);
        assertThat(report.refusals().getFirst().line()).isEqualTo(1);
    }

    @Test
    void aWithdrawnServiceIsGoneFromItsDayAndMayComeBack() throws IOException {
        foundWithOneService();
        Withdrawal next = new Withdrawal(
                RecordKind.SERVICES,
                "card",
                Optional.of(LocalDate.parse("2026-07-01")),
                OptionalInt.of(1),
                EDITOR,
                "دمجت مع خدمة أخرى");

        assertThat(registry.withdraw(next)).isInstanceOf(Filing.Filed.class);
        assertThat(registry.withdraw(next)).isEqualTo(new Filing.Conflict(2));
        assertThat(registry.service(CARD)).isPresent();
        now.set(Instant.parse("2026-07-01T09:00:00Z"));
        LiveRegistry restarted = MongoRegistry.open(database, clock);
        assertThat(restarted.service(CARD)).isEmpty();
        assertThat(restarted.snapshot().history(RecordKind.SERVICES, "card").getLast())
                .satisfies(version -> {
                    assertThat(version.withdrawn()).isTrue();
                    assertThat(version.origin().reason()).isEqualTo("دمجت مع خدمة أخرى");
                });

        assertThat(restarted.file(fee("2", OptionalInt.of(2)))).isInstanceOf(Filing.Filed.class);
        assertThat(restarted.service(CARD)).map(ServiceRecord::version).hasValue(3);
    }

    @Test
    void onlyTheCommissionsEditorsWithdraw() throws IOException {
        foundWithOneService();
        Editor own = new Editor("sami", Optional.of(new DepartmentId("cspd")));

        assertThat(registry.withdraw(
                        new Withdrawal(RecordKind.SERVICES, "card", Optional.empty(), OptionalInt.empty(), own, "x")))
                .isEqualTo(new Filing.NotYours());
        assertThat(registry.service(CARD)).isPresent();
    }
}
