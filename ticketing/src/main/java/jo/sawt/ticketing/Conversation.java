package jo.sawt.ticketing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a citizen may see of the conversation with one contact.
 *
 * @param ticket the newest ticket of the conversation, empty before the first message
 * @param seq the number of the newest entry, 0 before the first
 * @param entries those after the number asked for, in order, without a gap
 * @param assistantOwesTurn whether an answer of the assistant is on its way
 */
public record Conversation(
        Optional<Reference> ticket, Optional<Status> status, long seq, List<Entry> entries, boolean assistantOwesTurn) {
    public Conversation {
        entries = List.copyOf(entries);
    }

    /**
     * One entry of it.
     *
     * @param name of the person or department that wrote it, where the citizen may know it
     * @param ticket the ticket that it belongs to
     */
    public record Entry(
            long seq,
            Instant at,
            Author from,
            Optional<String> name,
            Reply reply,
            Optional<String> key,
            Reference ticket) {}
}
