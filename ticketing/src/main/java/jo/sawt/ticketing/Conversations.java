package jo.sawt.ticketing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a citizen may see of a conversation. */
final class Conversations {
    private final Chains chains;
    private final House house;

    Conversations(Chains chains, House house) {
        this.chains = chains;
        this.house = house;
    }

    Conversation of(Contact contact, long after) {
        return chains.head(contact)
                .map(head -> of(head, after))
                .orElseGet(() -> new Conversation(Optional.empty(), Optional.empty(), 0, List.of(), false));
    }

    private Conversation of(Ticket head, long after) {
        List<Conversation.Entry> entries = new ArrayList<>();
        for (Ticket ticket : chains.back(head, after)) {
            Chains.spoken(ticket, after).forEach(entry -> entries.add(shown(ticket, entry)));
        }
        return new Conversation(
                Optional.of(head.reference()),
                Optional.of(head.status()),
                head.talk().numbers().spoken(),
                entries,
                head.talk().owed().turn().isPresent());
    }

    /** One entry in the citizen's eyes. */
    Conversation.Entry shown(Ticket ticket, Entry entry) {
        Party by = entry.by();
        return new Conversation.Entry(
                entry.spoken(),
                entry.at(),
                by.author(),
                by.department().map(id -> house.name(id, ticket.matter().lang())),
                reply(ticket, entry),
                entry.key().filter(key -> by.author() == Author.CITIZEN),
                entry.what() instanceof Entry.Told told ? told.about().orElse(ticket.reference()) : ticket.reference());
    }

    private static Reply reply(Ticket ticket, Entry entry) {
        return switch (entry.what()) {
            case Entry.Said said -> said(ticket.matter().lang(), said);
            case Entry.Told told -> told.reply();
            case Entry.Note note -> Reply.of(note.text());
            case Entry.Event event -> Reply.of(event.name());
        };
    }

    /** Where files alone were announced, that they follow stands for them. */
    private static Reply said(Lang lang, Entry.Said said) {
        return said.isWordless() && said.files().isEmpty()
                ? Reply.of(Messages.text(lang, "desk.files-follow"))
                : new Reply(said.text(), List.of(), List.of(), said.files());
    }
}
