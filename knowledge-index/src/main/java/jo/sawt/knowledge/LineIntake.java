package jo.sawt.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records as JSON objects, one a line. */
final class LineIntake implements Intake {
    private final RecordKind kind;
    private final Lines lines;

    LineIntake(RecordKind kind, InputStream in) {
        this.kind = kind;
        this.lines = new Lines(in, RecordReader.LONGEST_LINE);
    }

    @Override
    public @Nullable Item next() throws IOException {
        Lines.Line line = lines.next();
        if (line == null) {
            return null;
        }
        return line.text()
                .map(text -> new Item(line.number(), RecordReader.line(kind, text), text.length()))
                .orElseGet(() ->
                        new Item(line.number(), new Reading.Flawed("", List.of(new Flaw("", Remedy.UNREADABLE))), 0));
    }
}
