package jo.sawt.ticketing.mongo;

import java.util.List;
import jo.sawt.ticketing.DepartmentId;
import jo.sawt.ticketing.Grounds;
import jo.sawt.ticketing.Kind;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Matter;
import jo.sawt.ticketing.Priority;
import jo.sawt.ticketing.Topic;
import jo.sawt.ticketing.Understanding;
import org.bson.Document;

/** What a ticket is about, as a document. */
final class MatterDocs {
    private MatterDocs() {}

    static Document write(Matter matter) {
        Document document = new Document("kind", matter.kind().wire())
                .append("subject", matter.subject())
                .append("lang", matter.lang().wire())
                .append("priority", matter.labels().priority().wire())
                .append("tags", matter.labels().tags());
        writeTopic(document, matter.topic());
        Docs.put(document, "understood", matter.understood().map(MatterDocs::writeUnderstanding));
        return document;
    }

    static Matter read(Document document) {
        return new Matter(
                Docs.parsed(document, "kind", Kind::parse),
                Docs.text(document, "subject"),
                Docs.parsed(document, "lang", Lang::parse),
                readTopic(document),
                new Matter.Labels(Docs.parsed(document, "priority", Priority::parse), Docs.texts(document, "tags")),
                Docs.documentIf(document, "understood").map(MatterDocs::readUnderstanding));
    }

    private static void writeTopic(Document document, Topic topic) {
        Docs.put(document, "service", topic.service());
        Docs.put(document, "department", topic.department().map(DepartmentId::value));
        Docs.put(document, "facet", topic.facet());
    }

    private static Topic readTopic(Document document) {
        return new Topic(
                Docs.textIf(document, "service"),
                Docs.textIf(document, "department").map(DepartmentId::new),
                Docs.textIf(document, "facet"));
    }

    private static Document writeUnderstanding(Understanding understood) {
        Document document = new Document("lang", understood.lang().wire())
                .append("kind", understood.kind().wire());
        writeTopic(document, new Topic(understood.service(), understood.department(), understood.facet()));
        document.append("confidence", understood.confidence()).append("memory", Docs.pairs(understood.memory()));
        writeLikely(document, "services", understood.grounds().services());
        writeLikely(document, "departments", understood.grounds().departments());
        return document;
    }

    private static Understanding readUnderstanding(Document document) {
        Topic topic = readTopic(document);
        return new Understanding(
                Docs.parsed(document, "lang", Lang::parse),
                Docs.parsed(document, "kind", Kind::parse),
                topic.service(),
                topic.department(),
                topic.facet(),
                Docs.required(document, "confidence", Number.class).doubleValue(),
                Docs.map(document, "memory"),
                new Grounds(readLikely(document, "services"), readLikely(document, "departments"), List.of()));
    }

    private static void writeLikely(Document document, String field, List<Grounds.Likely> likely) {
        if (!likely.isEmpty()) {
            document.put(
                    field, Docs.documents(likely, one -> new Document("id", one.id()).append("p", one.probability())));
        }
    }

    private static List<Grounds.Likely> readLikely(Document document, String field) {
        return Docs.list(
                document,
                field,
                one -> new Grounds.Likely(
                        Docs.text(one, "id"),
                        Docs.required(one, "p", Number.class).doubleValue()));
    }
}
