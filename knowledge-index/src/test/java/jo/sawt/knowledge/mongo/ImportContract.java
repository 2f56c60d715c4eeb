package jo.sawt.knowledge.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import jo.sawt.knowledge.DepartmentId;
import jo.sawt.knowledge.Editor;
import jo.sawt.knowledge.Form;
import jo.sawt.knowledge.ImportJob;
import jo.sawt.knowledge.ImportReport;
import jo.sawt.knowledge.ImportRun;
import jo.sawt.knowledge.Imports;
import jo.sawt.knowledge.LiveRegistry;
import jo.sawt.knowledge.RecordKind;
import jo.sawt.knowledge.Records;
import jo.sawt.knowledge.RegistryFiles;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.ServiceRecord;
import org.junit.jupiter.api.Test;

/** What an import promises on any store. */
abstract class ImportContract extends RegistryCase {
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
        assertThat(restarted.utterances()).hasSize(25_947).isEqualTo(registry.utterances());
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
        assertThat(registry.utterances()).hasSize(25_947).isEqualTo(other.utterances());
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
}
