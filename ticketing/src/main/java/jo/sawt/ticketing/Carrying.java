package jo.sawt.ticketing;

import java.util.List;
import java.util.Optional;

/**
 * Brings what is said in a ticket that is not the newest of its conversation to the newest, where it gets its number.
 * Under a key made of where it came from, so that it arrives once.
 */
final class Carrying {
    private final Clerk clerk;
    private final Chains chains;

    Carrying(Clerk clerk, Chains chains) {
        this.clerk = clerk;
        this.chains = chains;
    }

    void carry(Ticket from, OutboxEntry owed) {
        Entry entry = from.timeline().bySeq(owed.seq()).orElseThrow();
        String key = "carry:" + from.reference() + ":" + entry.seq();
        clerk.again(() -> attempt(from, entry, key));
    }

    private Optional<Boolean> attempt(Ticket from, Entry entry, String key) {
        if (!clerk.tickets().byKeys(List.of(key)).isEmpty() || !(entry.what() instanceof Entry.Told told)) {
            return Optional.of(false);
        }
        Ticket head = chains.head(from);
        Draft draft = chains.end(head);
        Reply reply = reply(draft, from, told.reply());
        draft.carry(entry, told.about().orElse(from.reference()), reply, key);
        if (clerk.save(draft.done()) != Tickets.Saved.STORED) {
            return Optional.empty();
        }
        head.talk().links().next().ifPresent(next -> chains.made(head, next));
        return Optional.of(true);
    }

    /** Where a message has no ticket beside it to be seen, it says which matter it is about. */
    private static Reply reply(Draft draft, Ticket from, Reply reply) {
        if (!draft.house().sent().contains(draft.talk.contact().channel())) {
            return reply;
        }
        String text = Messages.text(draft.lang(), "desk.about", from.reference().value(), reply.text());
        return new Reply(text, reply.options(), reply.citations(), reply.files());
    }
}
