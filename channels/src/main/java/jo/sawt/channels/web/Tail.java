package jo.sawt.channels.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Consumer;
import jo.sawt.ticketing.Conversation;
import jo.sawt.ticketing.Desk;
import jo.sawt.ticketing.Reference;
import jo.sawt.ticketing.Status;
import org.jspecify.annotations.Nullable;

/**
 * One reader's place in a conversation. Every entry passes here once and in order of its number, whichever event or
 * reconnection asked for it: as a message, or, where it is what this very reader has just sent, as its ack. So the
 * numbers that a reader sees, on messages and acks together, rise by one. Not safe for use by several threads.
 */
final class Tail {
    private final Desk desk;
    private final SessionId session;
    private final Consumer<ObjectNode> reader;
    private long seq;
    private long typedAfter = -1;
    private boolean owed;
    private String said = "";
    private Optional<Reference> ticket = Optional.empty();
    private Optional<Status> status = Optional.empty();
    private @Nullable Own own;

    /** What this reader is sending, until it is acknowledged. */
    private record Own(String key, String clientId) {}

    Tail(Desk desk, SessionId session, long seq, Consumer<ObjectNode> reader) {
        this.desk = desk;
        this.session = session;
        this.seq = seq;
        this.reader = reader;
    }

    /** Hands over all that is new. */
    void deliver() {
        deliver(desk.conversation(session.contact(), seq));
    }

    /** Hands over what a reading from this place found, and what came after it. */
    void deliver(Conversation first) {
        Conversation now = first;
        now.entries().forEach(this::pass);
        while (!now.entries().isEmpty() && seq < now.seq()) {
            now = desk.conversation(session.contact(), seq);
            now.entries().forEach(this::pass);
        }
        if (!now.ticket().equals(ticket) || !now.status().equals(status)) {
            ticket = now.ticket();
            status = now.status();
            ticket.ifPresent(of -> status.ifPresent(is -> reader.accept(Frames.status(of, is))));
        }
        owed = now.assistantOwesTurn();
        if (owed && typedAfter != seq) {
            typedAfter = seq;
            said = "";
            reader.accept(Frames.typing());
        }
    }

    /** The assistant is about to say this; not shown where it has the word no longer. */
    void saying(String text) {
        if (owed && !text.equals(said)) {
            said = text;
            reader.accept(Frames.saying(text));
        }
    }

    Optional<Reference> ticket() {
        return ticket;
    }

    /** The reader is about to send this. */
    void sending(String key, String clientId) {
        own = new Own(key, clientId);
    }

    /** It was not stored. */
    void notSent() {
        own = null;
    }

    /** It is stored under this number: acknowledged, after all that comes before it. */
    void sent(Reference of, long number) {
        if (own != null && number > seq + 1) {
            deliver();
        }
        if (own != null) {
            reader.accept(Frames.ack(own.clientId(), number, of));
            seq = Math.max(seq, number);
            own = null;
        }
    }

    private void pass(Conversation.Entry entry) {
        if (entry.seq() <= seq) {
            return;
        }
        if (own != null && entry.key().filter(own.key()::equals).isPresent()) {
            reader.accept(Frames.ack(own.clientId(), entry.seq(), entry.ticket()));
            own = null;
        } else {
            reader.accept(Frames.message(session, entry));
        }
        seq = entry.seq();
    }
}
