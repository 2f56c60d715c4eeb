package jo.sawt.knowledge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the fields of a kind of record lie in a table: each field is a column by its path, such as {@code name.ar}; a list of
 * texts is one cell, a line an entry; a list of objects has numbered columns, such as {@code fees.1.amount}.
 */
final class CsvSchema {
    private static final Pattern NUMBERED = Pattern.compile("\\.[1-9][0-9]{0,2}(?=\\.)");
    private static final String ANY = ".#";

    /** Spreadsheets take a cell that begins so for a formula; a mark keeps it a text. */
    private static final String FORMULA = "=+-@'\t";

    private final Map<String, Type> types;

    private CsvSchema(Map<String, Type> types) {
        this.types = types;
    }

    /** Of a record that has every field, so that a new field needs no other place. */
    static CsvSchema of(RecordKind kind) {
        Map<String, Type> types = new LinkedHashMap<>();
        switch (RecordReader.line(kind, Prototypes.of(kind))) {
            case Reading.Sound sound
            when sound.record() instanceof ServiceUtterances utterances ->
                walk("", RecordWriter.write(utterances.ways().getFirst()), types);
            case Reading.Sound sound -> {
                walk("", RecordWriter.write(sound.record()), types);
                types.put("effectiveFrom", Type.TEXT);
            }
            case Reading.Flawed flawed -> throw new IllegalStateException("the prototype is unsound: " + flawed);
        }
        return new CsvSchema(types);
    }

    private static void walk(String path, JsonNode node, Map<String, Type> types) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> walk(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), types));
        } else if (node.path(0).isObject()) {
            walk(path + ANY, node.path(0), types);
        } else {
            types.put(path, node.isArray() ? Type.LIST : node.isNumber() ? Type.NUMBER : Type.TEXT);
        }
    }

    /** The type of a column; empty where there is no such column. */
    Optional<Type> type(String column) {
        return Optional.ofNullable(types.get(NUMBERED.matcher(column).replaceFirst(ANY)));
    }

    /** The columns that these records need, in order; with none of them, those of a record with one entry in each list. */
    List<String> columns(List<ObjectNode> records) {
        List<String> columns = new ArrayList<>();
        List<String> group = new ArrayList<>();
        for (String path : types.keySet()) {
            if (!group.isEmpty() && !path.startsWith(list(group.getFirst()) + ANY)) {
                number(group, records, columns);
            }
            if (path.contains(ANY)) {
                group.add(path);
            } else {
                columns.add(path);
            }
        }
        number(group, records, columns);
        return columns;
    }

    private static String list(String path) {
        return path.substring(0, path.indexOf(ANY));
    }

    private static void number(List<String> group, List<ObjectNode> records, List<String> columns) {
        if (group.isEmpty()) {
            return;
        }
        String list = list(group.getFirst());
        int most = records.stream()
                .mapToInt(record -> record.path(list).size())
                .max()
                .orElse(1);
        for (int place = 1; place <= most; place++) {
            for (String path : group) {
                columns.add(path.replace(ANY, "." + place));
            }
        }
        group.clear();
    }

    /** What stands in a column for a record. */
    static String cell(ObjectNode record, String column) {
        JsonNode value = record;
        for (String part : column.split("\\.", -1)) {
            value = value.isArray() ? value.path(Integer.parseInt(part) - 1) : value.path(part);
        }
        if (value.isArray()) {
            List<String> lines = new ArrayList<>();
            value.forEach(
                    entry -> lines.add(entry.asText().replace("\\", "\\\\").replace("\n", "\\n")));
            return guarded(String.join("\n", lines));
        }
        return value.isTextual() ? guarded(value.asText()) : value.isNull() ? "" : value.asText("");
    }

    private static String guarded(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String unguarded(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && FORMULA.indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }

    /** The record of a row; blank cells are fields left out. */
    ObjectNode record(Map<String, String> row) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        row.forEach((column, cell) -> {
            if (!cell.isBlank()) {
                put(record, column.split("\\.", -1), value(type(column).orElse(Type.TEXT), cell));
            }
        });
        return record;
    }

    private static void put(ObjectNode record, String[] path, JsonNode value) {
        ObjectNode at = record;
        for (int part = 0; part < path.length - 1; part++) {
            boolean numbered = part + 1 < path.length - 1 && path[part + 1].matches("[1-9][0-9]{0,2}");
            if (numbered) {
                ArrayNode list = at.withArray(path[part]);
                int place = Integer.parseInt(path[part + 1]);
                while (list.size() < place) {
                    list.addObject();
                }
                at = (ObjectNode) list.get(place - 1);
                part++;
            } else {
                at = at.withObject("/" + path[part]);
            }
        }
        at.set(path[path.length - 1], value);
    }

    private static JsonNode value(Type type, String cell) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (type) {
            case TEXT -> nodes.textNode(unguarded(cell.replace("\r\n", "\n")));
            case NUMBER -> number(cell.strip());
            case LIST -> {
                ArrayNode list = nodes.arrayNode();
                for (String line : unguarded(cell.replace("\r\n", "\n")).split("\n", -1)) {
                    if (!line.isBlank()) {
                        list.add(unescaped(line));
                    }
                }
                yield list;
            }
        };
    }

    /** A text where it is no number, which the reader then refuses by its field. */
    private static JsonNode number(String cell) {
        try {
            return cell.length() > 40
                    ? JsonNodeFactory.instance.textNode(cell)
                    : JsonNodeFactory.instance.numberNode(new BigDecimal(cell));
        } catch (NumberFormatException e) {
            return JsonNodeFactory.instance.textNode(cell);
        }
    }

    private static String unescaped(String line) {
        StringBuilder text = new StringBuilder(line.length());
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '\\' && at + 1 < line.length()) {
                at++;
                text.append(line.charAt(at) == 'n' ? '\n' : line.charAt(at));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    /** The column of a JSON pointer: entries of lists are numbered from 1 there. */
    static String column(String pointer) {
        List<String> parts = new ArrayList<>();
        for (String part : pointer.split("/", -1)) {
            if (!part.isEmpty()) {
                parts.add(part.matches("[0-9]{1,9}") ? String.valueOf(Integer.parseInt(part) + 1) : part);
            }
        }
        return String.join(".", parts);
    }

    /** What a cell holds. */
    enum Type {
        TEXT,
        NUMBER,
        LIST
    }
}
