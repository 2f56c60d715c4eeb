package jo.sawt.ticketing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Conversations as chains of tickets: where one ends, how it is read, and how it goes on in another ticket. */
final class Chains {
    private final Clerk clerk;
    private final House house;

    Chains(Clerk clerk) {
        this.clerk = clerk;
        this.house = clerk.house();
    }

    static String key(Contact contact) {
        return "contact:" + contact.key();
    }

    /** The newest ticket of a contact's conversation. */
    Optional<Ticket> head(Contact contact) {
        return clerk.tickets().byKeys(List.of(key(contact))).stream()
                .findFirst()
                .map(this::head);
    }

    /** The newest ticket of the chain that a ticket belongs to or stands beside. */
    Ticket head(Ticket member) {
        Links links = member.talk().links();
        Ticket start = links.first()
                .filter(first -> links.isBeside())
                .flatMap(clerk.tickets()::find)
                .orElse(member);
        Ticket at = start.talk().links().newest().flatMap(clerk.tickets()::find).orElse(start);
        boolean moved = false;
        Set<Reference> seen = new HashSet<>();
        while (seen.add(at.reference())) {
            Optional<Ticket> next =
                    at.talk().links().next().flatMap(link -> clerk.tickets().find(link.reference()));
            if (next.isEmpty()) {
                break;
            }
            at = next.get();
            moved = true;
        }
        Ticket end = at;
        if (moved) {
            end.talk().links().first().ifPresent(first -> clerk.tickets().hint(first, end.reference()));
        }
        return end;
    }

    /** The tickets of a conversation that hold what was said after a number, oldest first; the newest in any case. */
    List<Ticket> back(Ticket head, long after) {
        ArrayDeque<Ticket> tickets = new ArrayDeque<>(List.of(head));
        while (tickets.getFirst().talk().numbers().base() > after) {
            Optional<Ticket> previous =
                    tickets.getFirst().talk().links().previous().flatMap(clerk.tickets()::find);
            if (previous.isEmpty()) {
                break;
            }
            tickets.addFirst(previous.get());
        }
        return List.copyOf(tickets);
    }

    /** Seals a ticket: the conversation goes on in another, whose reference is fixed by this write. */
    Draft seal(Ticket ticket, Links.Reason reason) {
        long since = reason == Links.Reason.CLOSED
                ? 0
                : unanswered(ticket).stream().findFirst().map(Entry::seq).orElse(0L);
        Draft draft = Draft.of(house, ticket);
        Links.Next next = new Links.Next(Reference.random(), reason, since, false);
        draft.talk = draft.talk.linked(draft.talk.links().next(next));
        draft.turn(Optional.empty());
        draft.event(
                Party.SYSTEM,
                "continued",
                Optional.empty(),
                Optional.of(next.reference().value()),
                Map.of("reason", reason.wire()));
        return draft;
    }

    /** The first step of the ticket that continues a sealed one, with copies of what is not answered there. */
    Draft continuation(Ticket sealed, Links.Next next) {
        Links before = sealed.talk().links();
        Links links = new Links(
                Optional.of(before.first().orElse(sealed.reference())),
                Optional.of(sealed.reference()),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
        boolean same = next.reason() == Links.Reason.FULL;
        Matter matter = same ? sealed.matter() : house.blank(sealed.matter().lang());
        Talk talk = new Talk(
                sealed.talk().line(),
                sealed.talk().chosen(),
                Numbers.after(sealed.talk().numbers().spoken()),
                Talk.Owed.NOTHING,
                links,
                next.reason() == Links.Reason.CLOSED ? List.of() : sealed.talk().offered());
        Draft draft = Draft.fresh(house, next.reference(), matter, talk);
        draft.event(
                Party.SYSTEM,
                "continues",
                Optional.empty(),
                Optional.of(sealed.reference().value()),
                Map.of("reason", next.reason().wire()));
        if (same) {
            draft.care = sealed.care();
        }
        copy(draft, sealed, next.since());
        return draft;
    }

    /** The next step of the newest ticket; of the one that is to follow it, where it is sealed already. */
    Draft end(Ticket head) {
        Optional<Links.Next> next = head.talk().links().next();
        if (next.isEmpty()) {
            return Draft.of(house, head);
        }
        Draft draft = continuation(head, next.get());
        owed(draft);
        return draft;
    }

    /** A continuation that no message of the citizen or decision began: what is unanswered is the assistant's, if it may. */
    private void owed(Draft draft) {
        boolean unanswered = draft.heard() > 0;
        if (draft.status() == Status.NEW) {
            Moves.to(draft, Party.SYSTEM, unanswered ? Status.ASSISTANT : Status.AWAITING_CITIZEN, Optional.empty());
        }
        if (unanswered && (draft.status() == Status.ASSISTANT || draft.status() == Status.WITH_DEPARTMENT)) {
            draft.turn(Optional.of(new Turn(draft.heard(), 0, draft.now(), Optional.empty(), false)));
        }
    }

    private static void copy(Draft draft, Ticket sealed, long since) {
        if (since == 0) {
            return;
        }
        for (Entry entry : sealed.timeline().entries()) {
            if (entry.seq() >= since && entry.what() instanceof Entry.Said said) {
                draft.hear(said, Optional.empty(), false);
            }
        }
    }

    /** The sealed ticket's successor is stored: the rest, which the safety net does if this node does not live to. */
    void made(Ticket sealed, Links.Next next) {
        confirm(sealed.reference());
        Links links = sealed.talk().links();
        clerk.tickets().hint(links.first().orElse(sealed.reference()), next.reference());
    }

    /** What is left to do in a sealed ticket whose successor is stored. */
    void confirm(Reference sealed) {
        clerk.edit(
                sealed,
                ticket -> ticket.talk()
                        .links()
                        .next()
                        .filter(next -> !next.made())
                        .map(next -> confirmed(ticket, next)));
    }

    private Change confirmed(Ticket ticket, Links.Next next) {
        Draft draft = Draft.of(house, ticket);
        Links links = draft.talk.links().next(next.confirmed());
        if (next.reason() == Links.Reason.FULL) {
            draft.talk = draft.talk.linked(links.mergedInto(next.reference()));
            Moves.to(draft, Party.SYSTEM, Status.MERGED, Optional.empty());
        } else {
            draft.talk = draft.talk.linked(links);
            draft.silently();
        }
        return draft.done();
    }

    /** The citizen's messages that nobody has answered. */
    static List<Entry> unanswered(Ticket ticket) {
        return unanswered(ticket.timeline().entries(), ticket.talk().numbers().answered());
    }

    static List<Entry> unanswered(List<Entry> entries, long answered) {
        return said(entries.stream()).filter(entry -> entry.seq() > answered).toList();
    }

    private static Stream<Entry> said(Stream<Entry> entries) {
        return entries.filter(entry -> entry.what() instanceof Entry.Said);
    }

    /** What the citizen may see of some tickets of a chain, after a number. */
    static List<Entry> spoken(Ticket ticket, long after) {
        List<Entry> spoken = new ArrayList<>();
        for (Entry entry : ticket.timeline().entries()) {
            if (entry.isSpoken() && entry.spoken() > after) {
                spoken.add(entry);
            }
        }
        return spoken;
    }
}
