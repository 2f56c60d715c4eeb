package jo.sawt.ticketing.mongo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import jo.sawt.ticketing.Attachment;
import jo.sawt.ticketing.AttachmentId;
import jo.sawt.ticketing.Author;
import jo.sawt.ticketing.Citation;
import jo.sawt.ticketing.DepartmentId;
import jo.sawt.ticketing.Entry;
import jo.sawt.ticketing.InboundMessage;
import jo.sawt.ticketing.Option;
import jo.sawt.ticketing.Party;
import jo.sawt.ticketing.Reference;
import jo.sawt.ticketing.Reply;
import org.bson.Document;

/** Entries of a timeline as documents. */
final class EntryDocs {
    private EntryDocs() {}

    static Document write(Entry entry) {
        Document document = new Document("seq", entry.seq());
        if (entry.spoken() > 0) {
            document.put("spoken", entry.spoken());
        }
        document.append("at", Date.from(entry.at())).append("by", writeParty(entry.by()));
        Docs.put(document, "key", entry.key());
        switch (entry.what()) {
            case Entry.Said said ->
                document.append("said", writeContent(said.content())).append("text", said.text());
            case Entry.Told told -> {
                document.append("told", writeReply(told.reply())).append("answers", told.answers());
                Docs.put(document, "about", told.about().map(Reference::value));
            }
            case Entry.Note note -> {
                document.append("note", note.text());
                Docs.put(document, "english", note.english());
            }
            case Entry.Event event -> {
                document.append("event", event.name());
                Docs.put(document, "old", event.old());
                Docs.put(document, "now", event.now());
                document.append("details", Docs.pairs(event.details()));
            }
        }
        return document;
    }

    static Entry read(Document document) {
        Instant at = Docs.time(document, "at");
        return new Entry(
                Docs.number(document, "seq"),
                document.get("spoken", Number.class) == null ? 0 : Docs.number(document, "spoken"),
                at,
                readParty(Docs.document(document, "by")),
                Docs.textIf(document, "key"),
                readWhat(document));
    }

    private static Entry.What readWhat(Document document) {
        if (document.containsKey("said")) {
            String text = Docs.text(document, "text");
            return new Entry.Said(readContent(Docs.document(document, "said"), text), text);
        }
        if (document.containsKey("told")) {
            return new Entry.Told(
                    readReply(Docs.document(document, "told")),
                    Docs.number(document, "answers"),
                    Docs.textIf(document, "about").map(Reference::new));
        }
        if (document.containsKey("note")) {
            return new Entry.Note(Docs.text(document, "note"), Docs.textIf(document, "english"));
        }
        return new Entry.Event(
                Docs.text(document, "event"),
                Docs.textIf(document, "old"),
                Docs.textIf(document, "now"),
                Docs.map(document, "details"));
    }

    private static Document writeParty(Party party) {
        Document document = new Document("author", party.author().wire());
        Docs.put(document, "id", party.id());
        Docs.put(document, "department", party.department().map(DepartmentId::value));
        return document;
    }

    private static Party readParty(Document document) {
        return new Party(
                Docs.parsed(document, "author", Author::parse),
                Docs.textIf(document, "id"),
                Docs.textIf(document, "department").map(DepartmentId::new));
    }

    private static Document writeContent(InboundMessage.Content content) {
        return switch (content) {
            case InboundMessage.Content.Words words -> {
                Document written = withFiles(new Document("is", "words"), words.files());
                yield words.following() == 0 ? written : written.append("following", words.following());
            }
            case InboundMessage.Content.Choice choice -> new Document("is", "choice").append("option", choice.option());
            case InboundMessage.Content.PersonWanted wanted -> new Document("is", "person");
        };
    }

    private static InboundMessage.Content readContent(Document document, String text) {
        String is = Docs.text(document, "is");
        return switch (is) {
            case "words" ->
                new InboundMessage.Content.Words(text, readFiles(document), document.getInteger("following", 0));
            case "choice" -> new InboundMessage.Content.Choice(Docs.text(document, "option"));
            case "person" -> new InboundMessage.Content.PersonWanted();
            default -> throw new IllegalStateException("a stored message is of the unknown form " + is);
        };
    }

    private static Document writeReply(Reply reply) {
        Document document = new Document("text", reply.text())
                .append("options", Docs.documents(reply.options(), EntryDocs::writeOption))
                .append("citations", Docs.documents(reply.citations(), EntryDocs::writeCitation));
        return withFiles(document, reply.files());
    }

    private static Reply readReply(Document document) {
        return new Reply(
                Docs.text(document, "text"),
                Docs.list(document, "options", EntryDocs::readOption),
                Docs.list(document, "citations", EntryDocs::readCitation),
                readFiles(document));
    }

    private static Document withFiles(Document document, List<Attachment> files) {
        return files.isEmpty()
                ? document
                : document.append(
                        "files",
                        Docs.documents(
                                files,
                                file -> new Document("id", file.id().value())
                                        .append("name", file.name())
                                        .append("type", file.type())
                                        .append("size", file.size())));
    }

    private static List<Attachment> readFiles(Document document) {
        return Docs.list(
                document,
                "files",
                file -> new Attachment(
                        new AttachmentId(Docs.text(file, "id")),
                        Docs.text(file, "name"),
                        Docs.text(file, "type"),
                        Docs.number(file, "size")));
    }

    static Document writeOption(Option option) {
        return new Document("id", option.id()).append("label", option.label());
    }

    static Option readOption(Document document) {
        return new Option(Docs.text(document, "id"), Docs.text(document, "label"));
    }

    private static Document writeCitation(Citation citation) {
        return new Document("type", citation.type())
                .append("id", citation.id())
                .append("version", citation.version())
                .append("field", citation.field())
                .append("effectiveFrom", citation.effectiveFrom().toString());
    }

    private static Citation readCitation(Document document) {
        return new Citation(
                Docs.text(document, "type"),
                Docs.text(document, "id"),
                (int) Docs.number(document, "version"),
                Docs.text(document, "field"),
                LocalDate.parse(Docs.text(document, "effectiveFrom")));
    }
}
