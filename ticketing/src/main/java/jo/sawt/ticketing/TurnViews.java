package jo.sawt.ticketing;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the assistant is shown of a ticket. */
final class TurnViews {
    /** The event that says that a person has handed a ticket back, and the assistant begins anew. */
    static final String AFRESH = "handed-back";

    private static final int HISTORY = 30;

    private TurnViews() {}

    static TurnView of(Ticket ticket) {
        List<Entry> unanswered = Chains.unanswered(ticket);
        long since = unanswered.getFirst().seq();
        long boundary = boundary(ticket);
        List<TurnView.Said> history = ticket.timeline().entries().stream()
                .filter(entry ->
                        entry.seq() > boundary && entry.seq() < since && entry.isSpoken() && !isWordless(entry))
                .map(TurnViews::said)
                .toList();
        Optional<Understanding> understood = ticket.matter().understood();
        return new TurnView(
                ticket.reference(),
                ticket.channel(),
                ticket.talk().chosen().or(() -> understood.map(Understanding::lang)),
                ticket.kind(),
                ticket.status(),
                ticket.matter().topic().service(),
                ticket.department(),
                history.subList(Math.max(0, history.size() - HISTORY), history.size()),
                unanswered.stream()
                        .filter(entry -> !isWordless(entry))
                        .map(TurnViews::said)
                        .toList(),
                ticket.talk().offered(),
                understood.map(Understanding::memory).orElse(Map.of()));
    }

    /** The number of the event behind which the assistant may not look; 0 for none. */
    private static long boundary(Ticket ticket) {
        return ticket.timeline().entries().stream()
                .filter(entry -> entry.what() instanceof Entry.Event event
                        && event.name().equals(AFRESH))
                .mapToLong(Entry::seq)
                .max()
                .orElse(0);
    }

    private static boolean isWordless(Entry entry) {
        return entry.what() instanceof Entry.Said said && said.isWordless();
    }

    /** Whether there is nothing to understand: the citizen has sent files and not a word since the last reply. */
    static boolean isWordless(Ticket ticket) {
        return Chains.unanswered(ticket).stream().allMatch(TurnViews::isWordless);
    }

    private static TurnView.Said said(Entry entry) {
        InboundMessage.Content content = switch (entry.what()) {
            case Entry.Said said -> said.content();
            case Entry.Told told ->
                new InboundMessage.Content.Words(told.reply().text());
            case Entry.Note note -> new InboundMessage.Content.Words(note.text());
            case Entry.Event event -> new InboundMessage.Content.Words(event.name());
        };
        return new TurnView.Said(entry.seq(), entry.by().author(), content);
    }
}
