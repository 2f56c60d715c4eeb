package jo.sawt.ticketing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What anybody with a reference may see of a ticket, and its citizen may do. */
final class PublicTracking implements Tracking {
    private static final int LAST_DIGITS = 4;

    private final Clerk clerk;
    private final House house;
    private final Conversations conversations;

    PublicTracking(Clerk clerk, Chains chains) {
        this.clerk = clerk;
        this.house = clerk.house();
        this.conversations = new Conversations(chains, house);
    }

    @Override
    public Optional<Tracked> look(Reference reference, Optional<String> proof) {
        return clerk.tickets().find(reference).map(this::holder).map(ticket -> {
            boolean proven = proof.filter(given -> proves(ticket, given)).isPresent();
            return new Tracked(
                    reference,
                    ticket.status(),
                    ticket.kind(),
                    department(ticket),
                    due(ticket),
                    proven,
                    proven ? entries(ticket) : List.of());
        });
    }

    /** The ticket that holds the matter now. */
    private Ticket holder(Ticket ticket) {
        Ticket at = ticket;
        for (Optional<Ticket> next = merged(at); next.isPresent(); next = merged(at)) {
            at = next.get();
        }
        return at;
    }

    private Optional<Ticket> merged(Ticket ticket) {
        return ticket.talk().links().mergedInto().flatMap(clerk.tickets()::find);
    }

    private static Optional<DepartmentId> department(Ticket ticket) {
        return ticket.care().assignments().stream()
                .filter(share -> share.state() != Assignment.State.TRANSFERRED)
                .min((a, b) -> Boolean.compare(b.lead(), a.lead()))
                .map(Assignment::department);
    }

    private static Optional<Instant> due(Ticket ticket) {
        return ticket.status().isOpen() ? ticket.care().clocks().resolutionDueAt() : Optional.empty();
    }

    /** The whole address, or the last digits of a number. */
    private static boolean proves(Ticket ticket, String given) {
        return ticket.talk().line().all().stream().anyMatch(contact -> proves(contact, given));
    }

    private static boolean proves(Contact contact, String given) {
        String address = contact.address();
        String proof = given.strip();
        return switch (contact.channel()) {
            case SMS, WHATSAPP, PHONE ->
                address.length() > LAST_DIGITS
                        && equal(address.substring(address.length() - LAST_DIGITS), digits(proof));
            case EMAIL -> equal(address, proof.toLowerCase(Locale.ROOT));
            case WEB -> equal(address, proof);
            case COUNTER, OPEN311 -> false;
        };
    }

    private static String digits(String proof) {
        StringBuilder digits = new StringBuilder();
        proof.codePoints()
                .map(point -> Character.digit(point, 10))
                .filter(d -> d >= 0)
                .forEach(digits::append);
        return digits.toString();
    }

    private static boolean equal(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** What was said in this matter, numbered from one; not what belongs to others of the same conversation. */
    private List<Conversation.Entry> entries(Ticket ticket) {
        List<Conversation.Entry> entries = new ArrayList<>();
        for (Entry entry : Sight.ownWords(ticket)) {
            Conversation.Entry shown = conversations.shown(ticket, entry);
            entries.add(new Conversation.Entry(
                    entries.size() + 1L,
                    shown.at(),
                    shown.from(),
                    shown.name(),
                    shown.reply(),
                    Optional.empty(),
                    shown.ticket()));
        }
        return entries;
    }

    @Override
    public Outcome reopen(Reference reference, String proof, String reason, Condition condition) {
        Optional<String> refused = Acts.text(reason);
        if (refused.isPresent()) {
            return new Outcome.Refused(refused.get());
        }
        Optional<Ticket> holder = clerk.tickets().find(reference).map(this::holder);
        return holder.filter(ticket -> proves(ticket, proof))
                .<Outcome>map(ticket -> clerk.again(() -> reopened(ticket.reference(), reason, condition)))
                .orElseGet(Outcome.Unknown::new);
    }

    private Optional<Outcome> reopened(Reference reference, String reason, Condition condition) {
        Ticket ticket = clerk.tickets().find(reference).orElseThrow();
        Optional<String> key = condition.key().map(given -> "reopen:" + reference + ":" + given);
        if (key.isPresent() && !clerk.tickets().byKeys(List.of(key.get())).isEmpty()) {
            return Optional.of(new Outcome.Done(ticket));
        }
        if (!Moves.isReopenable(ticket, house)) {
            return Optional.of(new Outcome.Refused("refused.not-reopenable"));
        }
        Draft draft = Draft.of(house, ticket);
        String words = Hearing.clean(reason);
        draft.hear(new Entry.Said(new InboundMessage.Content.Words(words), words), key, draft.isHead());
        Moves.reopen(draft, Party.CITIZEN, Optional.empty());
        Change change = draft.done();
        return clerk.save(change) == Tickets.Saved.STORED
                ? Optional.of(new Outcome.Done(change.next()))
                : Optional.empty();
    }

    @Override
    public Outcome rate(Reference reference, String proof, Rating rating) {
        Optional<Ticket> holder =
                clerk.tickets().find(reference).map(this::holder).filter(ticket -> proves(ticket, proof));
        if (holder.isEmpty()) {
            return new Outcome.Unknown();
        }
        return clerk.edit(holder.get().reference(), ticket -> rated(ticket, rating))
                .<Outcome>map(Outcome.Done::new)
                .orElseGet(() -> new Outcome.Refused("refused.not-rateable"));
    }

    private Optional<Change> rated(Ticket ticket, Rating rating) {
        return switch (ticket.status()) {
            case RESOLVED, CLOSED, AWAITING_CITIZEN ->
                Optional.of(Rates.rated(Draft.of(house, ticket), rating).done());
            case NEW, ASSISTANT, QUEUED, IN_PROGRESS, WITH_DEPARTMENT, MERGED, SPAM -> Optional.empty();
        };
    }
}
