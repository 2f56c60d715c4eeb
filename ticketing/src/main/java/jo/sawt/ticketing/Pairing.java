package jo.sawt.ticketing;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Acts that take two tickets, as two writes of which the first has a key: cut off between them, the act does the second
 * when it is tried again.
 */
final class Pairing {
    private static final int COPIED = 20;

    private final Clerk clerk;
    private final House house;

    Pairing(Clerk clerk) {
        this.clerk = clerk;
        this.house = clerk.house();
    }

    /** Both are of one citizen: what is said to one must not reach another. */
    Optional<Outcome> merge(Caller caller, Ticket from, Act.Merge act, Optional<String> key) {
        Optional<Ticket> into = clerk.tickets().find(act.into()).filter(ticket -> Sight.maySee(caller, ticket));
        if (into.isEmpty()) {
            return Optional.of(new Outcome.Unknown());
        }
        Optional<String> refused = refusal(from, into.get());
        if (refused.isPresent()) {
            return Optional.of(new Outcome.Refused(refused.get()));
        }
        Tickets.Saved first = clerk.save(received(caller, from, into.get()));
        if (first == Tickets.Saved.STALE || (first == Tickets.Saved.TAKEN && !isReceived(from, into.get()))) {
            return Optional.empty();
        }
        Draft draft = Draft.of(house, from);
        key.ifPresent(draft::key);
        draft.talk = draft.talk.linked(draft.talk.links().mergedInto(act.into()));
        draft.event(
                Party.of(caller),
                "merged",
                Optional.empty(),
                Optional.of(act.into().value()),
                Map.of());
        Moves.to(draft, Party.of(caller), Status.MERGED, Optional.empty());
        return stored(draft);
    }

    private static Optional<String> refusal(Ticket from, Ticket into) {
        if (from.reference().equals(into.reference())) {
            return Optional.of("refused.merge-same");
        }
        if (!into.status().isOpen()) {
            return Optional.of("refused.merge-over");
        }
        return from.talk().line().all().stream().anyMatch(into.talk().line()::has)
                ? Optional.empty()
                : Optional.of("refused.merge-other-citizen");
    }

    private static String mergeKey(Ticket from) {
        return "merged:" + from.reference();
    }

    private boolean isReceived(Ticket from, Ticket into) {
        return clerk.tickets().byKeys(List.of(mergeKey(from))).stream()
                .anyMatch(ticket -> ticket.reference().equals(into.reference()));
    }

    private Change received(Caller caller, Ticket from, Ticket into) {
        Draft draft = Draft.of(house, into).key(mergeKey(from));
        draft.talk = draft.talk.linked(draft.talk.links().other(from.reference()));
        draft.event(
                Party.of(caller),
                "merged-in",
                Optional.empty(),
                Optional.of(from.reference().value()),
                Map.of());
        List<Entry.Said> said = from.timeline().entries().stream()
                .filter(entry -> entry.what() instanceof Entry.Said)
                .map(entry -> (Entry.Said) entry.what())
                .toList();
        said.subList(Math.max(0, said.size() - COPIED), said.size())
                .forEach(each -> draft.note(Party.CITIZEN, each.text(), Optional.empty()));
        return draft.done();
    }

    /** The new ticket stands beside the chain: what is said in it is carried to the conversation's newest. */
    Optional<Outcome> split(Caller caller, Ticket from, Act.Split act, Optional<String> key) {
        Optional<Entry> said = from.timeline().bySeq(act.seq()).filter(entry -> entry.what() instanceof Entry.Said);
        if (said.isEmpty()) {
            return Optional.of(new Outcome.Refused("refused.entry-unknown"));
        }
        String splitKey = "split:" + from.reference() + ":" + act.seq();
        Optional<Ticket> made =
                clerk.tickets().byKeys(List.of(splitKey)).stream().findFirst();
        if (made.isEmpty()) {
            Change change = splitOff(caller, from, act, (Entry.Said) said.get().what())
                    .key(splitKey)
                    .done();
            if (clerk.save(change) != Tickets.Saved.STORED) {
                return Optional.empty();
            }
            made = Optional.of(change.next());
        }
        Draft draft = Draft.of(house, from);
        key.ifPresent(draft::key);
        draft.talk = draft.talk.linked(draft.talk.links().other(made.get().reference()));
        draft.event(
                Party.of(caller),
                "split",
                Optional.of(String.valueOf(act.seq())),
                Optional.of(made.get().reference().value()),
                Map.of());
        return stored(draft);
    }

    private Draft splitOff(Caller caller, Ticket from, Act.Split act, Entry.Said said) {
        Matter matter = house.blank(from.matter().lang()).of(act.kind()).named(act.subject());
        Draft draft = Draft.beside(house, Reference.random(), from, matter);
        draft.event(
                Party.of(caller),
                "split-from",
                Optional.empty(),
                Optional.of(from.reference().value()),
                Map.of());
        draft.hear(said, Optional.empty(), false);
        Moves.queue(draft, Party.of(caller), "split");
        return draft;
    }

    private Optional<Outcome> stored(Draft draft) {
        Change change = draft.done();
        return clerk.save(change) == Tickets.Saved.STORED
                ? Optional.of(new Outcome.Done(change.next()))
                : Optional.empty();
    }
}
