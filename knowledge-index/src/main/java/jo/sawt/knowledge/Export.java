package jo.sawt.knowledge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/**
 * Writes records as lines that an import takes: of each record the version in force today and those to come, with
 * their dates. Imported into an empty registry and exported again, the bytes are the same.
 */
public final class Export {
    private Export() {}

    /** Writes all records of a kind, by id; one that is withdrawn is left out. */
    public static void write(Snapshot snapshot, RecordKind kind, OutputStream out) throws IOException {
        LocalDate today = snapshot.date();
        for (String key : snapshot.keys(kind)) {
            for (Version version : current(snapshot, kind, key, today)) {
                for (ObjectNode line : lines(version)) {
                    out.write(line.toString().getBytes(StandardCharsets.UTF_8));
                    out.write('\n');
                }
            }
        }
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

    private static List<ObjectNode> lines(Version version) {
        if (version.record() instanceof ServiceUtterances utterances) {
            return utterances.ways().stream().map(RecordWriter::write).toList();
        }
        return List.of(RecordWriter.write(version.record())
                .put("effectiveFrom", version.effectiveFrom().toString()));
    }
}
