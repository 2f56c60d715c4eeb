package jo.sawt.ticketing.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import jo.sawt.ticketing.Askings;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.DepartmentId;
import jo.sawt.ticketing.Gap;
import jo.sawt.ticketing.Username;
import org.bson.Document;

/**
 * A knowledge gap as a document: {@code topic} and {@code keys} unique, {@code terms} to find near ones by, {@code count}
 * and {@code last} to sort by.
 */
final class GapDocs {
    private GapDocs() {}

    static Document write(Gap gap) {
        Askings askings = gap.askings();
        Askings.Counts counts = askings.counts();
        Document document = new Document("_id", gap.id())
                .append("version", gap.version())
                .append("topic", gap.topic())
                .append("status", gap.standing().status().wire())
                .append("count", counts.tickets())
                .append("first", Date.from(askings.first()))
                .append("last", Date.from(askings.last()))
                .append("keys", askings.keys())
                .append("terms", counts.terms().keySet().stream().sorted().toList())
                .append(
                        "counts",
                        new Document("terms", Docs.pairs(texts(counts.terms())))
                                .append("registers", Docs.pairs(texts(counts.registers())))
                                .append("channels", Docs.pairs(texts(counts.channels()))))
                .append("samples", Docs.documents(askings.samples(), GapDocs::write))
                .append("events", Docs.documents(gap.standing().events(), GapDocs::write));
        Docs.put(document, "department", gap.department().map(DepartmentId::value));
        Docs.put(document, "service", gap.standing().service());
        return document;
    }

    static Gap read(Document document) {
        Document counts = Docs.document(document, "counts");
        Instant first = Docs.time(document, "first");
        Instant last = Docs.time(document, "last");
        return new Gap(
                Docs.text(document, "_id"),
                Docs.number(document, "version"),
                Docs.text(document, "topic"),
                Docs.textIf(document, "department").map(DepartmentId::new),
                new Gap.Standing(
                        Docs.parsed(document, "status", Gap.Status::parse),
                        Docs.textIf(document, "service"),
                        Docs.list(document, "events", GapDocs::readEvent)),
                new Askings(
                        new Askings.Counts(
                                Docs.number(document, "count"),
                                numbers(Docs.map(counts, "terms")),
                                numbers(Docs.map(counts, "registers")),
                                numbers(Docs.map(counts, "channels"))),
                        first,
                        last,
                        Docs.list(document, "samples", GapDocs::readSample),
                        Docs.texts(document, "keys")));
    }

    private static Document write(Askings.Sample sample) {
        return new Document("text", sample.text())
                .append("register", sample.register())
                .append("channel", sample.channel().wire())
                .append("at", Date.from(sample.at()));
    }

    private static Askings.Sample readSample(Document document) {
        return new Askings.Sample(
                Docs.text(document, "text"),
                Docs.text(document, "register"),
                Docs.parsed(document, "channel", Channel::parse),
                Docs.time(document, "at"));
    }

    private static Document write(Gap.Event event) {
        Document document = new Document("what", event.what()).append("at", Date.from(event.at()));
        Docs.put(document, "by", event.by().map(Username::value));
        Docs.put(document, "key", event.key());
        return document.append("reason", event.reason()).append("value", event.value());
    }

    private static Gap.Event readEvent(Document document) {
        return new Gap.Event(
                Docs.text(document, "what"),
                Docs.time(document, "at"),
                Docs.textIf(document, "by").map(Username::new),
                Docs.text(document, "reason"),
                Docs.text(document, "value"),
                Docs.textIf(document, "key"));
    }

    private static Map<String, String> texts(Map<String, Integer> counts) {
        Map<String, String> texts = new TreeMap<>();
        counts.forEach((of, count) -> texts.put(of, String.valueOf(count)));
        return texts;
    }

    private static Map<String, Integer> numbers(Map<String, String> texts) {
        Map<String, Integer> counts = new TreeMap<>();
        texts.forEach((of, count) -> counts.put(of, Integer.valueOf(count)));
        return counts;
    }
}
