package jo.sawt.knowledge.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mongodb.client.MongoDatabase;
import io.helidon.metrics.api.Gauge;
import io.helidon.metrics.api.Metrics;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import jo.sawt.knowledge.DepartmentId;
import jo.sawt.knowledge.Editor;
import jo.sawt.knowledge.Export;
import jo.sawt.knowledge.Filing;
import jo.sawt.knowledge.Form;
import jo.sawt.knowledge.Freshness;
import jo.sawt.knowledge.ImportJob;
import jo.sawt.knowledge.ImportReport;
import jo.sawt.knowledge.ImportRun;
import jo.sawt.knowledge.Imports;
import jo.sawt.knowledge.LiveRegistry;
import jo.sawt.knowledge.Progress;
import jo.sawt.knowledge.Proposal;
import jo.sawt.knowledge.RecordKind;
import jo.sawt.knowledge.RecordWriter;
import jo.sawt.knowledge.Records;
import jo.sawt.knowledge.RegistryFiles;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.knowledge.Withdrawal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the registry promises on any store. */
public abstract class RegistryContract {
    protected static final Editor EDITOR = new Editor("huda", Optional.empty());
    private static final ServiceId CARD = new ServiceId("card");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-06-01T09:00:00Z"));
    private final InstantSource clock = now::get;
    private MongoDatabase database;
    private LiveRegistry registry;

    /** An empty database. */
    protected abstract MongoDatabase database();

    @BeforeEach
    void openAnEmptyRegistry() {
        database = database();
        registry = MongoRegistry.open(database, clock);
    }

    private void foundWithOneService() throws IOException {
        take(RecordKind.DEPARTMENTS, Records.department("cspd"), Records.department("dls"));
        take(RecordKind.SERVICES, Records.service("card", "cspd", "2").toString());
    }

    private ImportReport take(RecordKind kind, String... lines) throws IOException {
        return registry.importLines(kind, Records.stream(lines), EDITOR, false);
    }

    private static Proposal fee(String amount, OptionalInt basedOn) {
        return fee(amount, basedOn, Optional.empty(), EDITOR);
    }

    private static Proposal fee(String amount, OptionalInt basedOn, Optional<LocalDate> from, Editor editor) {
        return new Proposal(
                Records.record(RecordKind.SERVICES, Records.service("card", "cspd", amount)),
                from,
                basedOn,
                editor,
                "");
    }

    private static BigDecimal feeOf(Optional<ServiceRecord> service) {
        BigDecimal amount = service.orElseThrow().fees().getFirst().amount();
        return amount == null ? BigDecimal.ONE.negate() : amount;
    }

    private static List<Integer> counts(ImportReport report) {
        return List.of(report.created(), report.updated(), report.unchanged(), report.refused());
    }

    @Test
    void theSampleIsImportedOnceAndReadBackWholeAfterARestart() throws IOException {
        assertThat(registry.importIfEmpty(RegistryFiles.sample())).isTrue();
        assertThat(registry.importIfEmpty(RegistryFiles.sample())).isFalse();

        LiveRegistry restarted = MongoRegistry.open(database, clock);
        assertThat(restarted.services()).hasSize(202).isEqualTo(registry.services());
        assertThat(restarted.services()).allSatisfy(service -> {
            assertThat(service.version()).isEqualTo(1);
            assertThat(service.effectiveFrom()).isEqualTo("2026-01-01");
        });
        assertThat(restarted.departments()).hasSize(47).isEqualTo(registry.departments());
        assertThat(restarted.centers()).hasSize(19).isEqualTo(registry.centers());
        assertThat(restarted.lifeEvents()).hasSize(34).isEqualTo(registry.lifeEvents());
        assertThat(restarted.documents()).hasSize(1).isEqualTo(registry.documents());
        assertThat(restarted.utterances()).hasSize(21_867).isEqualTo(registry.utterances());
    }

    @Test
    void twoNodesThatStartAtOnceImportTheSampleOnce() throws Exception {
        LiveRegistry other = MongoRegistry.open(database, clock);
        atOnce(List.of(
                () -> registry.importIfEmpty(RegistryFiles.sample()),
                () -> other.importIfEmpty(RegistryFiles.sample())));

        registry.refresh();
        other.refresh();
        assertThat(registry.services()).hasSize(202).isEqualTo(other.services());
        assertThat(registry.services()).extracting(ServiceRecord::version).containsOnly(1);
        assertThat(registry.utterances()).hasSize(21_867).isEqualTo(other.utterances());
    }

    @Test
    void aFirstImportThatWasInterruptedIsFinishedAtTheNextStart() throws IOException {
        take(
                RecordKind.DEPARTMENTS,
                new String(
                                RegistryFiles.sample()
                                        .open(RecordKind.DEPARTMENTS)
                                        .readAllBytes(),
                                java.nio.charset.StandardCharsets.UTF_8)
                        .lines()
                        .limit(20)
                        .toArray(String[]::new));

        LiveRegistry restarted = MongoRegistry.open(database, clock);
        assertThat(restarted.importIfEmpty(RegistryFiles.sample())).isTrue();
        assertThat(restarted.departments()).hasSize(47);
        assertThat(restarted.services()).hasSize(202);
    }

    @Test
    void theSameImportAgainChangesNothing() throws IOException {
        registry.importIfEmpty(RegistryFiles.sample());
        long revision = registry.revision();

        for (RecordKind kind : RecordKind.values()) {
            ImportReport again =
                    registry.importLines(kind, RegistryFiles.sample().open(kind), EDITOR, false);
            assertThat(again.created() + again.updated() + again.refused()).isZero();
            assertThat(again.unchanged() > 0)
                    .isEqualTo(!registry.snapshot().keys(kind).isEmpty());
        }
        assertThat(registry.revision()).isEqualTo(revision);
    }

    @Test
    void aBadLineIsRefusedAloneWithItsNumberAndReason() throws IOException {
        take(RecordKind.DEPARTMENTS, Records.department("cspd"));

        ImportReport report = take(
                RecordKind.SERVICES,
                Records.service("a", "cspd", "1").toString(),
                "{not json",
                "",
                Records.service("b", "nowhere", "1").toString(),
                Records.service("c", "cspd", "-1").toString(),
                Records.service("d", "cspd", "1").toString());

        assertThat(counts(report)).containsExactly(2, 0, 0, 3);
        assertThat(report.refusals()).extracting(ImportReport.Refusal::line).containsExactly(2, 4, 5);
        assertThat(report.refusals()).extracting(ImportReport.Refusal::id).containsExactly("", "b", "c");
        assertThat(report.refusals())
                .extracting(refusal -> refusal.flaws().getFirst().pointer())
                .containsExactly("", "/department", "/fees/0/amount");
        assertThat(registry.services())
                .extracting(ServiceRecord::id)
                .containsExactly(new ServiceId("a"), new ServiceId("d"));
    }

    @Test
    void aRelatedServiceMayComeOnALaterLineEvenOneThatIsRefused() throws IOException {
        take(RecordKind.DEPARTMENTS, Records.department("cspd"));
        var first = Records.service("a", "cspd", "1");
        first.putArray("related").add("b").add("c");
        var dangling = Records.service("d", "cspd", "1");
        dangling.putArray("related").add("nowhere");

        ImportReport report = take(
                RecordKind.SERVICES,
                first.toString(),
                Records.service("b", "cspd", "1").toString(),
                Records.service("c", "cspd", "-1").toString(),
                dangling.toString());

        assertThat(counts(report)).containsExactly(2, 0, 0, 2);
        assertThat(report.refusals()).extracting(ImportReport.Refusal::id).containsExactly("c", "d");
        assertThat(report.refusals().getLast().flaws())
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.pointer()).isEqualTo("/related/0"));
    }

    @Test
    void aDryRunCountsTheSameAndStoresNothing() throws IOException {
        foundWithOneService();
        String[] lines = {
            Records.service("card", "cspd", "3").toString(),
            Records.service("new", "cspd", "1").toString(),
            Records.service("bad", "cspd", "-1").toString()
        };

        ImportReport tried = registry.importLines(RecordKind.SERVICES, Records.stream(lines), EDITOR, true);

        assertThat(tried.dryRun()).isTrue();
        assertThat(counts(tried)).containsExactly(1, 1, 0, 1);
        assertThat(MongoRegistry.open(database, clock).services()).hasSize(1);
        assertThat(counts(take(RecordKind.SERVICES, lines))).containsExactly(1, 1, 0, 1);
        assertThat(registry.services()).hasSize(2);
    }

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
    void anExportImportsAgainByteForByte() throws IOException {
        registry.importIfEmpty(RegistryFiles.sample());
        ServiceId renewal = new ServiceId("passport-renewal");
        ObjectNode dearer = RecordWriter.write(registry.service(renewal).orElseThrow());
        ((ObjectNode) dearer.withArray("fees").get(0)).put("amount", 60);
        registry.file(new Proposal(
                Records.record(RecordKind.SERVICES, dearer),
                Optional.of(LocalDate.parse("2027-01-01")),
                OptionalInt.of(1),
                EDITOR,
                ""));

        registry.file(new Proposal(
                Records.record(RecordKind.SYNONYMS, Records.tree("""
                        {"id":"deed","said":["كوشان","+قوشان"],"means":["سند تسجيل"],"note":"=1\\nx"}""")),
                Optional.empty(),
                OptionalInt.empty(),
                EDITOR,
                ""));
        registry.file(new Proposal(
                Records.record(RecordKind.AGREEMENTS, Records.tree("""
                        {"id":"newborn","name":{"ar":"المولود الجديد","en":"Newborn"},"parties":["cspd","moh"],"lead":"cspd",
                         "purpose":{"ar":"تبادل بيانات المواليد","en":"Exchange of births"},
                         "targets":[{"label":{"ar":"مدة الرد","en":"Time to answer"},"bound":"at-most","value":1.5,"unit":"days"},
                                    {"label":{"ar":"الالتزام","en":"Kept"},"bound":"at-least","value":95,"unit":"percent"}]}""")),
                Optional.empty(),
                OptionalInt.empty(),
                EDITOR,
                ""));

        for (Form form : Form.values()) {
            LiveRegistry copy = MongoRegistry.open(database(), clock);
            for (RecordKind kind : RecordKind.values()) {
                byte[] exported = exported(registry, kind, form);
                ImportReport report = taken(copy, kind, form, exported);

                assertThat(report.refusals()).isEmpty();
                assertThat(exported(copy, kind, form))
                        .as(kind.wire() + " " + form.wire())
                        .isNotEmpty()
                        .isEqualTo(exported);
                assertThat(exported(copy, kind, Form.NDJSON)).isEqualTo(exported(registry, kind, Form.NDJSON));
                ImportReport again = taken(registry, kind, form, exported);
                assertThat(again.created() + again.updated() + again.refused()).isZero();
            }
            assertThat(feeOf(copy.service(renewal, LocalDate.parse("2027-01-01"))))
                    .isEqualByComparingTo("60");
        }
    }

    private static byte[] exported(LiveRegistry from, RecordKind kind, Form form) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Export.write(from.snapshot(), kind, form, out);
        return out.toByteArray();
    }

    private static ImportReport taken(LiveRegistry into, RecordKind kind, Form form, byte[] exported)
            throws IOException {
        return into.importRecords(
                new ImportJob(kind, form, EDITOR, false), new ByteArrayInputStream(exported), Progress.NONE);
    }

    private ImportReport table(RecordKind kind, String rows) throws IOException {
        return taken(registry, kind, Form.CSV, rows.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aTableIsTakenRowByRowAndTellsWhichCellIsWrong() throws IOException {
        foundWithOneService();

        ImportReport report = table(RecordKind.SERVICES, """
                id;department;name.ar;name.en;summary.ar;summary.en;documents.ar;documents.en;fees.1.label.ar;fees.1.label.en;fees.1.amount
                one;cspd;خدمة;Service;ملخص;Summary;"الهوية
                صورة";"Card
                Photo";رسم;Fee;2.5
                two;cspd;خدمة;Service;ملخص;Summary;;;رسم;Fee;much
                ;;;;;;;;;;
                three;nowhere;خدمة;Service;ملخص;Summary;;;;;
                """);

        assertThat(report.created()).isEqualTo(1);
        assertThat(registry.service(new ServiceId("one"))
                        .orElseThrow()
                        .documents()
                        .en())
                .containsExactly("Card", "Photo");
        assertThat(feeOf(registry.service(new ServiceId("one")))).isEqualByComparingTo("2.5");
        assertThat(report.refusals())
                .satisfiesExactly(
                        refusal -> {
                            assertThat(refusal.line()).isEqualTo(5);
                            assertThat(refusal.id()).isEqualTo("two");
                            assertThat(Imports.column(refusal.flaws().getFirst().pointer()))
                                    .isEqualTo("fees.1.amount");
                        },
                        refusal -> {
                            assertThat(refusal.line()).isEqualTo(7);
                            assertThat(refusal.flaws().getFirst().pointer()).isEqualTo("/department");
                        });
    }

    @Test
    void aTableWithAnUnknownColumnOrABrokenRowSaysSo() throws IOException {
        ImportReport unknown = table(RecordKind.DEPARTMENTS, "id,nmae.ar,name.en\nx,دائرة,Department\n");
        assertThat(unknown.created()).isZero();
        assertThat(unknown.refusals().getFirst().flaws().getFirst().pointer()).isEqualTo("/nmae/ar");

        ImportReport broken =
                table(RecordKind.DEPARTMENTS, "id,name.ar,name.en\nx,دائرة,Department\ny,\"دائرة\" و,Department\n");
        assertThat(broken.created()).isEqualTo(1);
        assertThat(broken.refusals().getFirst().line()).isEqualTo(3);

        ImportReport empty = table(RecordKind.DEPARTMENTS, "");
        assertThat(empty.created() + empty.refused()).isZero();
    }

    @Test
    void anImportCanBeFollowed() throws IOException {
        Imports imports = new Imports(registry, new MongoImportRuns(database), clock);
        ImportJob job = new ImportJob(RecordKind.DEPARTMENTS, Form.NDJSON, EDITOR, false);
        InputStream slow = new SequenceInputStream(
                Records.stream(Records.department("a") + "\n", Records.department("b")), new Ending(() -> {
                    ImportRun run = imports.newest(EDITOR).getFirst();
                    assertThat(run.stateAt(now.get())).isEqualTo(ImportRun.State.RUNNING);
                    return -1;
                }));

        ImportRun done = imports.run(job, slow);

        assertThat(imports.of(done.id(), EDITOR).orElseThrow().state()).isEqualTo(ImportRun.State.DONE);
        assertThat(imports.of(done.id(), EDITOR).orElseThrow().report().created())
                .isEqualTo(2);
        assertThat(imports.newest(new Editor("sami", Optional.of(new DepartmentId("a")))))
                .isEmpty();
        InputStream cut = new Ending(() -> {
            throw new IOException("cut off");
        });
        assertThatThrownBy(() -> imports.run(job, cut)).isInstanceOf(IOException.class);
        assertThat(imports.newest(EDITOR)).anyMatch(run -> run.state() == ImportRun.State.BROKEN);
    }

    /** A stream that does something where others end. */
    private static final class Ending extends InputStream {
        private final Callable<Integer> end;

        Ending(Callable<Integer> end) {
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            try {
                return end.call();
            } catch (IOException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IOException(e);
            }
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return read();
        }
    }

    @Test
    void aServiceNotConfirmedInItsDepartmentsPeriodIsStaleUntilItIs() throws IOException {
        foundWithOneService();
        registry.importLines(RecordKind.DEPARTMENTS, Records.stream("""
                        {"id":"cspd","name":{"ar":"دائرة","en":"Department"},"confirmEveryDays":30}"""), EDITOR, false);
        Freshness freshness = new Freshness(registry, new MongoConfirmations(database), clock);
        List<DepartmentId> reminded = new ArrayList<>();
        freshness.onReminder((department, services) -> reminded.add(department));
        now.set(Instant.parse("2026-07-01T09:00:00Z"));
        assertThat(freshness.stale(EDITOR)).isEmpty();

        now.set(Instant.parse("2026-07-02T09:00:00Z"));

        assertThat(freshness.stale(EDITOR)).singleElement().satisfies(stale -> {
            assertThat(stale.service().id()).isEqualTo(CARD);
            assertThat(stale.due()).isEqualTo(LocalDate.parse("2026-07-01"));
        });
        freshness.runDue();
        freshness.runDue();
        assertThat(reminded).containsExactly(new DepartmentId("cspd"));
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
        now.set(Instant.parse("2026-08-02T09:00:00Z"));
        assertThat(freshness.stale(EDITOR)).hasSize(1);
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

    @Test
    void waysOfAskingAreCountedLineByLineAndKeptOnce() throws IOException {
        foundWithOneService();
        String way = "{\"service\":\"card\",\"text\":\"بدي هوية\",\"register\":\"jordanian\",\"facet\":\"%s\"}";

        assertThat(counts(take(RecordKind.UTTERANCES, way.formatted("fees"), way.formatted("fees"))))
                .containsExactly(1, 0, 1, 0);
        assertThat(counts(take(
                        RecordKind.UTTERANCES,
                        way.formatted("steps"),
                        "{\"service\":\"none\",\"text\":\"؟\",\"register\":\"msa\"}")))
                .containsExactly(0, 1, 0, 1);
        assertThat(MongoRegistry.open(database, clock).utterances())
                .singleElement()
                .satisfies(kept -> assertThat(kept.text()).isEqualTo("بدي هوية"));
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        List<T> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<T> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
        }
        return results;
    }
}
