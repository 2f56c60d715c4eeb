package jo.sawt.knowledge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes records in a form that an import takes: of each record the version in force today and those to come, with
 * their dates. Imported into an empty registry and exported again, the bytes are the same.
 */
public final class Export {
    private Export() {}

    /** Writes all records of a kind, by id; one that is withdrawn is left out. */
    public static void write(Snapshot snapshot, RecordKind kind, Form form, OutputStream out) throws IOException {
        switch (form) {
            case NDJSON -> lines(snapshot, kind, out);
            case CSV -> table(snapshot, kind, out);
        }
    }

    private static void lines(Snapshot snapshot, RecordKind kind, OutputStream out) throws IOException {
        LocalDate today = snapshot.date();
        for (String key : snapshot.keys(kind)) {
            for (Version version : current(snapshot, kind, key, today)) {
                for (ObjectNode line : records(version)) {
                    out.write(line.toString().getBytes(StandardCharsets.UTF_8));
                    out.write('\n');
                }
            }
        }
    }

    /** With the mark by which spreadsheets know UTF-8, without which they show Arabic as noise. */
    private static void table(Snapshot snapshot, RecordKind kind, OutputStream out) throws IOException {
        List<ObjectNode> records = new ArrayList<>();
        for (String key : snapshot.keys(kind)) {
            current(snapshot, kind, key, snapshot.date()).forEach(version -> records.addAll(records(version)));
        }
        List<String> columns = CsvSchema.of(kind).columns(records);
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write('\uFEFF');
        CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer.printRecord(columns);
        for (ObjectNode record : records) {
            printer.printRecord(columns.stream()
                    .map(column -> CsvSchema.cell(record, column))
                    .toList());
        }
        writer.flush();
    }

    private static List<Version> current(Snapshot snapshot, RecordKind kind, String key, LocalDate today) {
        int now = snapshot.on(kind, key, today).map(Version::number).orElse(0);
        return snapshot.history(kind, key).stream()
                .filter(version ->
                        version.number() == now || version.effectiveFrom().isAfter(today))
                .filter(version -> !version.withdrawn())
                .sorted(History.BY_START)
                .toList();
    }

    private static List<ObjectNode> records(Version version) {
        if (version.record() instanceof ServiceUtterances utterances) {
            return utterances.ways().stream().map(RecordWriter::write).toList();
        }
        return List.of(RecordWriter.write(version.record())
                .put("effectiveFrom", version.effectiveFrom().toString()));
    }
}
