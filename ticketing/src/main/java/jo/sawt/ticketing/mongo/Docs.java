package jo.sawt.ticketing.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;

/** Reads and writes fields of documents: an absent field is an empty value, a value of a wrong type a broken document. */
final class Docs {
    private Docs() {}

    static void put(Document document, String field, Optional<?> value) {
        value.ifPresent(present -> document.put(field, present));
    }

    static void putTime(Document document, String field, Optional<Instant> value) {
        value.ifPresent(present -> document.put(field, Date.from(present)));
    }

    static <T> T required(Document document, String field, Class<T> type) {
        T value = document.get(field, type);
        if (value == null) {
            throw new IllegalStateException("the field " + field + " of a stored document is missing");
        }
        return value;
    }

    static String text(Document document, String field) {
        return required(document, field, String.class);
    }

    static Optional<String> textIf(Document document, String field) {
        return Optional.ofNullable(document.getString(field));
    }

    static long number(Document document, String field) {
        return required(document, field, Number.class).longValue();
    }

    static boolean flag(Document document, String field) {
        return document.getBoolean(field, false);
    }

    static Instant time(Document document, String field) {
        return required(document, field, Date.class).toInstant();
    }

    static Optional<Instant> timeIf(Document document, String field) {
        return Optional.ofNullable(document.getDate(field)).map(Date::toInstant);
    }

    static Document document(Document document, String field) {
        return required(document, field, Document.class);
    }

    static Optional<Document> documentIf(Document document, String field) {
        return Optional.ofNullable(document.get(field, Document.class));
    }

    static <T> List<T> list(Document document, String field, Function<Document, T> reader) {
        return document.getList(field, Document.class, List.of()).stream()
                .map(reader)
                .toList();
    }

    static <T> List<Document> documents(List<T> values, Function<T, Document> writer) {
        return values.stream().map(writer).toList();
    }

    static List<String> texts(Document document, String field) {
        return document.getList(field, String.class, List.of());
    }

    /** A map with any keys, as a list of pairs: a field name has rules, a key has none. */
    static List<Document> pairs(Map<String, String> map) {
        return map.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Document("k", entry.getKey()).append("v", entry.getValue()))
                .toList();
    }

    static Map<String, String> map(Document document, String field) {
        Map<String, String> map = new HashMap<>();
        document.getList(field, Document.class, List.of()).forEach(pair -> map.put(text(pair, "k"), text(pair, "v")));
        return map;
    }

    /** The value of an enum whose wire form was stored; an unknown one is a document of a newer Sawt. */
    static <E> E parsed(Document document, String field, Function<String, Optional<E>> parser) {
        String wire = text(document, field);
        return parser.apply(wire)
                .orElseThrow(() -> new IllegalStateException(
                        "the field " + field + " of a stored document has the unknown value " + wire));
    }
}
