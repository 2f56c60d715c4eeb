package jo.sawt.ticketing.mongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.Optional;
import jo.sawt.ticketing.Change;
import jo.sawt.ticketing.OutboxEntry;
import jo.sawt.ticketing.Reference;
import jo.sawt.ticketing.Revision;
import jo.sawt.ticketing.Ticket;
import jo.sawt.ticketing.Timeline;
import org.bson.Document;

/**
 * A ticket as a document: {@code _id} its reference, {@code writes} for conditional updates, {@code head} all that a step
 * may change, {@code timeline} and {@code keys} only ever appended to, {@code wake} while work on it is due at some time.
 */
final class TicketDocs {
    private TicketDocs() {}

    static Document insert(Change change) {
        Ticket ticket = change.next();
        Document document = new Document("_id", ticket.reference().value())
                .append("writes", ticket.revision().writes())
                .append("keys", change.keys());
        Docs.put(document, "wake", wake(change));
        return document.append("head", head(ticket))
                .append("timeline", Docs.documents(change.added(), EntryDocs::write));
    }

    static Document update(Change change) {
        Ticket ticket = change.next();
        Document set = new Document("writes", ticket.revision().writes()).append("head", head(ticket));
        Document update = new Document("$set", set);
        wake(change)
                .ifPresentOrElse(
                        wake -> set.append("wake", wake), () -> update.append("$unset", new Document("wake", "")));
        Document push = new Document();
        if (!change.added().isEmpty()) {
            push.append("timeline", new Document("$each", Docs.documents(change.added(), EntryDocs::write)));
        }
        if (!change.keys().isEmpty()) {
            push.append("keys", new Document("$each", new ArrayList<>(change.keys())));
        }
        if (!push.isEmpty()) {
            update.append("$push", push);
        }
        return update;
    }

    static Ticket read(Document document) {
        Document head = Docs.document(document, "head");
        return new Ticket(
                new Reference(Docs.text(document, "_id")),
                new Revision(
                        Docs.number(document, "writes"),
                        Docs.number(head, "version"),
                        Docs.time(head, "createdAt"),
                        Docs.time(head, "updatedAt")),
                MatterDocs.read(Docs.document(head, "matter")),
                CareDocs.read(Docs.document(head, "care")),
                TalkDocs.read(Docs.document(head, "talk"), Docs.textIf(document, "newest")),
                new Timeline(Docs.list(document, "timeline", EntryDocs::read)));
    }

    private static Document head(Ticket ticket) {
        Document head = new Document("version", ticket.version())
                .append("createdAt", Date.from(ticket.revision().createdAt()))
                .append("updatedAt", Date.from(ticket.revision().updatedAt()));
        if (ticket.talk().owed().outbox().stream().anyMatch(entry -> entry.state() == OutboxEntry.State.DEAD)) {
            head.append("dead", true);
        }
        return head.append("matter", MatterDocs.write(ticket.matter()))
                .append("care", CareDocs.write(ticket.care()))
                .append("talk", TalkDocs.write(ticket.talk()));
    }

    /** The time and the reference: unique, and in the order of the time. */
    private static Optional<String> wake(Change change) {
        return change.wake().map(at -> wake(at) + ":" + change.next().reference());
    }

    /** A time such that text order is time order, in thirteen digits until the year 2286. */
    static String wake(Instant at) {
        return String.format("%013d", Math.max(0, at.toEpochMilli()));
    }
}
