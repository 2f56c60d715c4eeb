package jo.sawt.ticketing.mongo;

import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Contact;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Lease;
import jo.sawt.ticketing.Line;
import jo.sawt.ticketing.Links;
import jo.sawt.ticketing.Numbers;
import jo.sawt.ticketing.OutboxEntry;
import jo.sawt.ticketing.Reference;
import jo.sawt.ticketing.Talk;
import jo.sawt.ticketing.Turn;
import org.bson.Document;

/** The exchange with the citizen and what is owed in it, as a document. */
final class TalkDocs {
    private TalkDocs() {}

    static Document write(Talk talk) {
        Document document = new Document("channel", talk.contact().channel().wire())
                .append("address", talk.contact().address());
        document.append("line", writeLine(talk.line()));
        Docs.put(document, "chosen", talk.chosen().map(Lang::wire));
        document.append("numbers", writeNumbers(talk.numbers()));
        Docs.put(document, "turn", talk.owed().turn().map(TalkDocs::writeTurn));
        if (!talk.owed().lessons().isEmpty()) {
            document.put("lessons", talk.owed().lessons());
        }
        return document.append("outbox", Docs.documents(talk.owed().outbox(), TalkDocs::writeOutbox))
                .append("links", writeLinks(talk.links()))
                .append("offered", Docs.documents(talk.offered(), EntryDocs::writeOption));
    }

    static Talk read(Document document, Optional<String> newest) {
        return new Talk(
                Docs.documentIf(document, "line")
                        .map(TalkDocs::readLine)
                        .orElseGet(
                                () -> new Line(readContact(document), List.of(), Optional.empty(), Optional.empty())),
                Docs.textIf(document, "chosen").flatMap(Lang::parse),
                readNumbers(Docs.document(document, "numbers")),
                new Talk.Owed(
                        Docs.documentIf(document, "turn").map(TalkDocs::readTurn),
                        Docs.list(document, "outbox", TalkDocs::readOutbox),
                        document.getList("lessons", Number.class, List.of()).stream()
                                .map(Number::longValue)
                                .toList()),
                readLinks(Docs.document(document, "links"), newest),
                Docs.list(document, "offered", EntryDocs::readOption));
    }

    private static Document writeLine(Line line) {
        Document document = writeContact(line.last());
        Docs.put(document, "preferred", line.preferred().map(Channel::wire));
        Docs.put(document, "asked", line.asked().map(Reference::value));
        return document.append("others", Docs.documents(line.others(), TalkDocs::writeContact));
    }

    private static Line readLine(Document document) {
        return new Line(
                readContact(document),
                Docs.list(document, "others", TalkDocs::readContact),
                Docs.textIf(document, "preferred").flatMap(Channel::parse),
                Docs.textIf(document, "asked").map(Reference::new));
    }

    private static Document writeContact(Contact contact) {
        return new Document("channel", contact.channel().wire()).append("address", contact.address());
    }

    private static Contact readContact(Document document) {
        return new Contact(Docs.parsed(document, "channel", Channel::parse), Docs.text(document, "address"));
    }

    /** All that a conversation goes through, of a document that may hold no more than that. */
    static List<Contact> contacts(Document document) {
        return Docs.documentIf(document, "line")
                .map(line -> readLine(line).all())
                .orElseGet(() -> List.of(readContact(document)));
    }

    private static Document writeNumbers(Numbers numbers) {
        return new Document("base", numbers.base())
                .append("spoken", numbers.spoken())
                .append("answered", numbers.answered())
                .append("entries", numbers.entries())
                .append("bytes", numbers.bytes());
    }

    private static Numbers readNumbers(Document document) {
        return new Numbers(
                Docs.number(document, "base"),
                Docs.number(document, "spoken"),
                Docs.number(document, "answered"),
                Docs.number(document, "entries"),
                Docs.number(document, "bytes"));
    }

    private static Document writeTurn(Turn turn) {
        Document document = new Document("upTo", turn.upTo())
                .append("failures", turn.failures())
                .append("due", Date.from(turn.due()))
                .append("reopened", turn.reopened());
        Docs.put(document, "lease", turn.lease().map(TalkDocs::writeLease));
        return document;
    }

    private static Turn readTurn(Document document) {
        return new Turn(
                Docs.number(document, "upTo"),
                (int) Docs.number(document, "failures"),
                Docs.time(document, "due"),
                Docs.documentIf(document, "lease").map(TalkDocs::readLease),
                Docs.flag(document, "reopened"));
    }

    private static Document writeLease(Lease lease) {
        return new Document("node", lease.node()).append("until", Date.from(lease.until()));
    }

    private static Lease readLease(Document document) {
        return new Lease(Docs.text(document, "node"), Docs.time(document, "until"));
    }

    private static Document writeOutbox(OutboxEntry entry) {
        Document document = new Document("seq", entry.seq())
                .append("kind", entry.kind().wire())
                .append("state", entry.state().wire())
                .append("made", entry.attempts().made())
                .append("due", Date.from(entry.attempts().due()));
        Docs.put(document, "lease", entry.attempts().lease().map(TalkDocs::writeLease));
        Docs.put(document, "code", entry.code());
        Docs.put(document, "providerId", entry.providerId());
        return document;
    }

    private static OutboxEntry readOutbox(Document document) {
        return new OutboxEntry(
                Docs.number(document, "seq"),
                OutboxEntry.Kind.valueOf(Docs.text(document, "kind").toUpperCase(Locale.ROOT)),
                OutboxEntry.State.valueOf(Docs.text(document, "state").toUpperCase(Locale.ROOT)),
                new OutboxEntry.Attempts(
                        (int) Docs.number(document, "made"),
                        Docs.time(document, "due"),
                        Docs.documentIf(document, "lease").map(TalkDocs::readLease)),
                Docs.textIf(document, "code"),
                Docs.textIf(document, "providerId"));
    }

    private static Document writeLinks(Links links) {
        Document document = new Document();
        Docs.put(document, "first", links.first().map(Reference::value));
        Docs.put(document, "previous", links.previous().map(Reference::value));
        Docs.put(document, "next", links.next().map(TalkDocs::writeNext));
        Docs.put(document, "mergedInto", links.mergedInto().map(Reference::value));
        List<String> others = links.others().stream().map(Reference::value).toList();
        return document.append("others", others);
    }

    private static Links readLinks(Document document, Optional<String> newest) {
        return new Links(
                Docs.textIf(document, "first").map(Reference::new),
                Docs.textIf(document, "previous").map(Reference::new),
                Docs.documentIf(document, "next").map(TalkDocs::readNext),
                Docs.textIf(document, "mergedInto").map(Reference::new),
                Docs.texts(document, "others").stream().map(Reference::new).toList(),
                newest.map(Reference::new));
    }

    private static Document writeNext(Links.Next next) {
        return new Document("reference", next.reference().value())
                .append("reason", next.reason().wire())
                .append("since", next.since())
                .append("made", next.made());
    }

    private static Links.Next readNext(Document document) {
        return new Links.Next(
                new Reference(Docs.text(document, "reference")),
                Links.Reason.valueOf(Docs.text(document, "reason").toUpperCase(Locale.ROOT)),
                Docs.number(document, "since"),
                Docs.flag(document, "made"));
    }
}
