package jo.sawt.ticketing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The desk as staff use it: what a caller may see, may do, and how an act is written once. */
final class StaffRoom implements StaffDesk {
    private static final Outcome UNKNOWN = new Outcome.Unknown();
    private static final Outcome FORBIDDEN = new Outcome.Forbidden();

    private final Clerk clerk;
    private final House house;
    private final Acts acts;
    private final Pairing pairing;

    StaffRoom(Clerk clerk) {
        this.clerk = clerk;
        this.house = clerk.house();
        this.acts = new Acts(house);
        this.pairing = new Pairing(clerk);
    }

    @Override
    public Optional<Ticket> ticket(Caller caller, Reference reference) {
        return clerk.tickets()
                .find(reference)
                .filter(ticket -> Sight.maySee(caller, ticket))
                .map(ticket -> Sight.of(caller, ticket));
    }

    @Override
    public Page list(Caller caller, TicketQuery query) {
        Page page = clerk.tickets().list(Sight.scope(caller), query);
        return new Page(
                page.tickets().stream().map(ticket -> Sight.of(caller, ticket)).toList(), page.next());
    }

    @Override
    public Set<Action> actions(Caller caller, Ticket ticket) {
        return Rights.of(caller, ticket);
    }

    @Override
    public boolean maySee(Caller caller, Ticket ticket) {
        return Sight.maySee(caller, ticket);
    }

    @Override
    public Outcome act(Caller caller, Reference reference, Act act, Condition condition) {
        Optional<String> refused = Acts.refusal(act);
        if (refused.isPresent()) {
            return new Outcome.Refused(refused.get());
        }
        return seen(caller, clerk.again(() -> attempt(caller, reference, act, condition)));
    }

    private static Outcome seen(Caller caller, Outcome outcome) {
        return outcome instanceof Outcome.Done done ? new Outcome.Done(Sight.of(caller, done.ticket())) : outcome;
    }

    private Optional<Outcome> attempt(Caller caller, Reference reference, Act act, Condition condition) {
        Optional<Ticket> found = clerk.tickets().find(reference).filter(ticket -> Sight.maySee(caller, ticket));
        if (found.isEmpty()) {
            return Optional.of(UNKNOWN);
        }
        Ticket ticket = found.get();
        Optional<Outcome> before = before(caller, ticket, act, condition);
        if (before.isPresent()) {
            return before;
        }
        return switch (act) {
            case Act.Merge merge -> pairing.merge(caller, ticket, merge, key(caller, condition));
            case Act.Split split -> pairing.split(caller, ticket, split, key(caller, condition));
            default -> single(caller, ticket, act, condition);
        };
    }

    /** What ends the matter before anything is written: done before, stale, forbidden, not the time. */
    private Optional<Outcome> before(Caller caller, Ticket ticket, Act act, Condition condition) {
        Optional<Outcome> same = key(caller, condition).flatMap(key -> sameWrite(ticket.reference(), key));
        if (same.isPresent()) {
            return same;
        }
        Optional<Action> action = Acts.action(act, ticket);
        if (action.filter(name -> Rights.isFor(caller, name, ticket)).isEmpty()) {
            return Optional.of(action.isEmpty() && Sight.isDesk(caller) ? refused("refused.status") : FORBIDDEN);
        }
        if (condition.version().isPresent() && condition.version().getAsLong() != ticket.version()) {
            return Optional.of(new Outcome.Stale(ticket.version()));
        }
        return Rights.isTime(action.get(), ticket) ? Optional.empty() : Optional.of(refused("refused.status"));
    }

    private Optional<Outcome> sameWrite(Reference reference, String key) {
        return clerk.tickets().byKeys(List.of(key)).stream()
                .findFirst()
                .map(ticket ->
                        ticket.reference().equals(reference) ? new Outcome.Done(ticket) : refused("refused.key-taken"));
    }

    private Optional<Outcome> single(Caller caller, Ticket ticket, Act act, Condition condition) {
        if (isSpoken(act)) {
            return Optional.of(refused("refused.file-taken"));
        }
        if (isFull(ticket)) {
            return Optional.of(refused("refused.full"));
        }
        Draft draft = Draft.of(house, ticket);
        key(caller, condition).ifPresent(draft::key);
        Optional<String> refused = acts.apply(draft, caller, act);
        if (refused.isPresent()) {
            return Optional.of(refused(refused.get()));
        }
        Change change = draft.done();
        return clerk.save(change) == Tickets.Saved.STORED
                ? Optional.of(new Outcome.Done(change.next()))
                : Optional.empty();
    }

    /** Whether a file of a reply has gone with another already. */
    private boolean isSpoken(Act act) {
        return act instanceof Act.Say say
                && !say.files().isEmpty()
                && !clerk.tickets()
                        .byKeys(say.files().stream()
                                .map(file -> file.id().key())
                                .toList())
                        .isEmpty();
    }

    /** Staff may write on when the citizen's messages go to another ticket already, up to twice as much. */
    private boolean isFull(Ticket ticket) {
        TicketingSettings.Bounds bounds = house.settings().bounds();
        Numbers numbers = ticket.talk().numbers();
        return numbers.entries() >= 2L * bounds.entries() || numbers.bytes() >= 2 * bounds.bytes();
    }

    private static Optional<String> key(Caller caller, Condition condition) {
        return condition.key().map(key -> "staff:" + caller.username() + ":" + key);
    }

    private static Outcome refused(String code) {
        return new Outcome.Refused(code);
    }

    @Override
    public Outcome open(Caller caller, Opening opening, Condition condition) {
        if (!Sight.isDesk(caller)) {
            return FORBIDDEN;
        }
        Optional<String> refused = Takedown.refusal(opening);
        if (refused.isPresent()) {
            return refused(refused.get());
        }
        return clerk.again(() -> {
            Optional<Outcome> same = key(caller, condition).flatMap(this::opened);
            return same.isPresent() ? same : open(caller, opening, key(caller, condition));
        });
    }

    private Optional<Outcome> opened(String key) {
        return clerk.tickets().byKeys(List.of(key)).stream().findFirst().map(Outcome.Done::new);
    }

    private Optional<Outcome> open(Caller caller, Opening opening, Optional<String> key) {
        Draft draft = Takedown.draft(house, caller, opening);
        key.ifPresent(draft::key);
        Change change = draft.done();
        return clerk.save(change) == Tickets.Saved.STORED
                ? Optional.of(new Outcome.Done(change.next()))
                : Optional.empty();
    }

    @Override
    public List<Ticket> dead(Caller caller, int limit) {
        return Sight.isDesk(caller) ? clerk.tickets().dead(limit) : List.of();
    }

    @Override
    public Outcome retry(Caller caller, Reference reference, long seq) {
        if (!Sight.isDesk(caller)) {
            return FORBIDDEN;
        }
        return clerk.edit(reference, ticket -> revived(caller, ticket, seq))
                .<Outcome>map(Outcome.Done::new)
                .orElse(UNKNOWN);
    }

    private Optional<Change> revived(Caller caller, Ticket ticket, long seq) {
        return ticket.talk().owed().outbox().stream()
                .filter(entry -> entry.seq() == seq && entry.state() == OutboxEntry.State.DEAD)
                .findFirst()
                .map(dead -> {
                    Draft draft = Draft.of(house, ticket);
                    draft.outboxBecomes(OutboxEntry.of(seq, dead.kind(), draft.now()));
                    draft.event(
                            Party.of(caller), "retried", Optional.of(String.valueOf(seq)), Optional.empty(), Map.of());
                    return draft.done();
                });
    }
}
