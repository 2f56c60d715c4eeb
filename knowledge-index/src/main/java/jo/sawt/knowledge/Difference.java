package jo.sawt.knowledge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What differs between two records, field by field, so that a reviewer reads the change and not two long records. */
public final class Difference {
    private final List<Change> changes = new ArrayList<>();

    private Difference() {}

    /** The changes from one record to the other, in the order of their fields; none where they say the same. */
    public static List<Change> between(RegistryRecord before, RegistryRecord after) {
        Difference difference = new Difference();
        difference.objects("", RecordWriter.write(before), RecordWriter.write(after));
        return List.copyOf(difference.changes);
    }

    private void objects(String pointer, JsonNode before, JsonNode after) {
        Set<String> names = new LinkedHashSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        names.forEach(name -> values(pointer + "/" + name, before.path(name), after.path(name)));
    }

    private void values(String pointer, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            objects(pointer, before, after);
        } else if (before.isArray() && after.isArray()) {
            lists(pointer, before, after);
        } else {
            add(pointer, before, after);
        }
    }

    /** Entries that are objects, such as fees, are compared place by place; lines are added, removed or moved. */
    private void lists(String pointer, JsonNode before, JsonNode after) {
        boolean objects = before.path(0).isObject() || after.path(0).isObject();
        if (objects) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                values(pointer + "/" + i, before.path(i), after.path(i));
            }
            return;
        }
        int known = changes.size();
        surplus(before, after).forEach(line -> add(pointer, line, NullNode.getInstance()));
        surplus(after, before).forEach(line -> add(pointer, NullNode.getInstance(), line));
        if (changes.size() == known) {
            add(pointer, before, after);
        }
    }

    private static List<JsonNode> surplus(JsonNode all, JsonNode other) {
        Map<JsonNode, Integer> left = new HashMap<>();
        other.forEach(line -> left.merge(line, 1, Integer::sum));
        List<JsonNode> surplus = new ArrayList<>();
        for (JsonNode line : all) {
            if (left.merge(line, -1, Integer::sum) < 0) {
                surplus.add(line);
            }
        }
        return surplus;
    }

    private void add(String pointer, JsonNode before, JsonNode after) {
        changes.add(new Change(pointer, orNull(before), orNull(after)));
    }

    private static JsonNode orNull(JsonNode value) {
        return value.isMissingNode() ? NullNode.getInstance() : value;
    }

    /**
     * One change.
     *
     * @param pointer JSON pointer to the field; to the list where a line of it was added or removed
     * @param before null where it was added
     * @param after null where it was removed
     */
    public record Change(String pointer, JsonNode before, JsonNode after) {
        /** The change in a reader's words, such as {@code Fees: 50 → 60}. */
        public String told(Lang lang) {
            String field = FieldNames.of(pointer.split("/", -1)[1], lang);
            if (before.isNull()) {
                return field + (lang == Lang.AR ? ": أضيف «" : ": added “") + said(after, lang) + close(lang);
            }
            if (after.isNull()) {
                return field + (lang == Lang.AR ? ": حذف «" : ": removed “") + said(before, lang) + close(lang);
            }
            String arrow = lang == Lang.AR ? " ← " : " → ";
            return field + ": " + said(before, lang) + arrow + said(after, lang);
        }

        private static String close(Lang lang) {
            return lang == Lang.AR ? "»" : "”";
        }

        private static String said(JsonNode value, Lang lang) {
            if (value instanceof ObjectNode object && object.path("label").isObject()) {
                return object.path("label").path(lang.tag()).asText() + " "
                        + object.path("amount").asText("");
            }
            return value.isValueNode() ? value.asText() : value.toString();
        }
    }
}
