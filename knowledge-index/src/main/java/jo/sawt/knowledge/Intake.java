package jo.sawt.knowledge;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** What an import is given, read one record after the other. */
interface Intake {
    /** The next record, null at the end. */
    @Nullable
    Item next() throws IOException;

    static Intake of(RecordKind kind, Form form, InputStream in) throws IOException {
        return switch (form) {
            case NDJSON -> new LineIntake(kind, in);
            case CSV -> CsvIntake.of(kind, in);
        };
    }

    /**
     * What a line, or the lines of a row, came to.
     *
     * @param line from 1; of a row of several lines the first
     * @param characters how long it is, about
     */
    record Item(int line, Reading reading, int characters) {}
}
