package jo.sawt.knowledge.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import jo.sawt.knowledge.Export;
import jo.sawt.knowledge.Form;
import jo.sawt.knowledge.ImportJob;
import jo.sawt.knowledge.ImportReport;
import jo.sawt.knowledge.Imports;
import jo.sawt.knowledge.LiveRegistry;
import jo.sawt.knowledge.Progress;
import jo.sawt.knowledge.Proposal;
import jo.sawt.knowledge.RecordKind;
import jo.sawt.knowledge.RecordWriter;
import jo.sawt.knowledge.Records;
import jo.sawt.knowledge.RegistryFiles;
import jo.sawt.knowledge.ServiceId;
import org.junit.jupiter.api.Test;

/** What is exported and taken again, in lines and in tables, on any store. */
abstract class TableContract extends RegistryCase {
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
}
