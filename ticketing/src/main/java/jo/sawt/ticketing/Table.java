package jo.sawt.ticketing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads a table of tab-separated lines with a fixed number of columns; lines that begin with # say something to people. */
final class Table {
    private Table() {}

    /** Reads a table that is part of the build. */
    static <T> List<T> packaged(String name, int columns, Function<List<String>, T> row) {
        try (var in = Table.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the table " + name + " is missing from the build");
            }
            return read(new InputStreamReader(in, StandardCharsets.UTF_8), columns, row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line that is wrong is named by its number in the {@link IllegalArgumentException}. */
    static <T> List<T> read(Reader source, int columns, Function<List<String>, T> row) {
        List<T> rows = new ArrayList<>();
        int number = 0;
        for (String line : new BufferedReader(source).lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            try {
                rows.add(row.apply(cells(line, columns)));
            } catch (RuntimeException e) {
                throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
            }
        }
        return rows;
    }

    private static List<String> cells(String line, int columns) {
        List<String> cells = List.of(line.split("\t", -1));
        if (cells.size() != columns) {
            throw new IllegalArgumentException("has " + cells.size() + " columns, not " + columns);
        }
        return cells.stream().map(String::strip).toList();
    }
}
