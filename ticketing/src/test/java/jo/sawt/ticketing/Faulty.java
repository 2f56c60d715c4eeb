package jo.sawt.ticketing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A store that is cut off at random, before a write or just after it, as a killed process is. */
final class Faulty implements Tickets {
    private final Tickets tickets;
    private final Random random;
    private final double share;

    Faulty(Tickets tickets, long seed, double share) {
        this.tickets = tickets;
        this.random = new Random(seed);
        this.share = share;
    }

    @Override
    public Saved save(Change change) {
        fault();
        Saved saved = tickets.save(change);
        fault();
        return saved;
    }

    @Override
    public long waiting(Channel channel) {
        return tickets.waiting(channel);
    }

    @Override
    public void hint(Reference first, Reference head) {
        fault();
        tickets.hint(first, head);
    }

    private void fault() {
        if (random.nextDouble() < share) {
            throw new DeskUnavailable("cut off", null);
        }
    }

    @Override
    public Optional<Ticket> find(Reference reference) {
        return tickets.find(reference);
    }

    @Override
    public List<Ticket> byKeys(List<String> keys) {
        return tickets.byKeys(keys);
    }

    @Override
    public List<Reference> due(Instant now, int limit) {
        return tickets.due(now, limit);
    }

    @Override
    public Page list(Scope scope, TicketQuery query) {
        return tickets.list(scope, query);
    }

    @Override
    public List<TicketEvent> changedSince(Instant after, int limit) {
        return tickets.changedSince(after, limit);
    }

    @Override
    public List<Ticket> open(Optional<Reference> after, int limit) {
        return tickets.open(after, limit);
    }

    @Override
    public List<Ticket> dead(int limit) {
        return tickets.dead(limit);
    }
}
