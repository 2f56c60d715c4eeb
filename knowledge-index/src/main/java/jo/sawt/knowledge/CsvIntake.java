package jo.sawt.knowledge;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.jspecify.annotations.Nullable;

/** Records as rows of a table (RFC 4180) under a row of column names; a table parted by semicolons is read too. */
final class CsvIntake implements Intake {
    private static final int HEADER = 1 << 16;

    private final RecordKind kind;
    private final CsvSchema schema;
    private final Bounded bounded;
    private final @Nullable CSVParser parser;
    private final @Nullable Iterator<CSVRecord> rows;
    private List<Flaw> broken;

    private CsvIntake(RecordKind kind, Bounded bounded, @Nullable CSVParser parser, List<Flaw> broken) {
        this.kind = kind;
        this.schema = CsvSchema.of(kind);
        this.bounded = bounded;
        this.parser = parser;
        this.rows = parser == null ? null : parser.iterator();
        this.broken = broken;
    }

    static CsvIntake of(RecordKind kind, InputStream in) throws IOException {
        BufferedReader text =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()), HEADER);
        Bounded bounded = new Bounded(text);
        try {
            CSVFormat format = CSVFormat.RFC4180
                    .builder()
                    .setDelimiter(delimiter(text))
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
                    .get();
            CSVParser parser = CSVParser.parse(bounded, format);
            return new CsvIntake(kind, bounded, parser, unknown(CsvSchema.of(kind), parser.getHeaderNames()));
        } catch (IllegalArgumentException | CharacterCodingException | CSVException | TooLong e) {
            return new CsvIntake(kind, bounded, null, List.of(new Flaw("", Remedy.HEADER)));
        }
    }

    /** By the first line; the mark that some programs write before it is skipped. */
    private static char delimiter(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        text.mark(HEADER);
        boolean commas = false;
        boolean semicolons = false;
        for (int read = 0; read < HEADER - 1; read++) {
            int c = text.read();
            if (c < 0 || c == '\n') {
                break;
            }
            commas |= c == ',';
            semicolons |= c == ';';
        }
        text.reset();
        return semicolons && !commas ? ';' : ',';
    }

    /** A column nobody knows is told of, and not left out without a word. */
    private static List<Flaw> unknown(CsvSchema schema, List<String> columns) {
        return columns.stream()
                .filter(column -> schema.type(column).isEmpty())
                .map(column -> new Flaw("/" + column.replace('.', '/'), Remedy.COLUMN))
                .toList();
    }

    @Override
    public @Nullable Item next() throws IOException {
        if (!broken.isEmpty()) {
            List<Flaw> flaws = broken;
            broken = List.of();
            return new Item(1, new Reading.Flawed("", flaws), 0);
        }
        if (parser == null
                || rows == null
                || !unknown(schema, parser.getHeaderNames()).isEmpty()) {
            return null;
        }
        int line = (int) parser.getCurrentLineNumber() + 1;
        try {
            bounded.again();
            while (rows.hasNext()) {
                CSVRecord row = rows.next();
                if (row.stream().anyMatch(cell -> !cell.isBlank())) {
                    return new Item(line, reading(row, parser.getHeaderNames().size()), bounded.characters());
                }
                line = (int) parser.getCurrentLineNumber() + 1;
                bounded.again();
            }
            return null;
        } catch (UncheckedIOException e) {
            IOException cause = e.getCause();
            if (cause instanceof CharacterCodingException
                    || cause instanceof CSVException
                    || cause instanceof TooLong) {
                parser.close();
                return new Item(line, new Reading.Flawed("", List.of(new Flaw("", Remedy.ROW))), 0);
            }
            throw cause;
        }
    }

    private Reading reading(CSVRecord row, int columns) {
        if (row.size() > columns) {
            return new Reading.Flawed("", List.of(new Flaw("", Remedy.CELLS)));
        }
        Map<String, String> cells = new LinkedHashMap<>(row.toMap());
        return RecordReader.record(kind, schema.record(cells));
    }

    /** A reader that refuses to give more for one row than a line of an import may have. */
    private static final class Bounded extends FilterReader {
        private int read;

        Bounded(Reader in) {
            super(in);
        }

        void again() {
            read = 0;
        }

        private int counted(int more) throws TooLong {
            read += Math.max(0, more);
            if (read > RecordReader.LONGEST_LINE) {
                throw new TooLong();
            }
            return more;
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            counted(c < 0 ? 0 : 1);
            return c;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            return counted(super.read(buffer, offset, length));
        }

        int characters() {
            return read;
        }
    }

    /** A row has no end. */
    private static final class TooLong extends IOException {
        TooLong() {
            super("a row is too long");
        }
    }
}
