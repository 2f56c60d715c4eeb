package jo.sawt.ticketing.http;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import jo.sawt.ticketing.Act;
import jo.sawt.ticketing.Action;
import jo.sawt.ticketing.Caller;
import jo.sawt.ticketing.Condition;
import jo.sawt.ticketing.Opening;
import jo.sawt.ticketing.Outcome;
import jo.sawt.ticketing.Page;
import jo.sawt.ticketing.Reference;
import jo.sawt.ticketing.StaffDesk;
import jo.sawt.ticketing.Ticket;
import jo.sawt.ticketing.TicketQuery;

/** A desk that has one ticket, remembers what it was asked, and answers what a test says. */
final class RecordingDesk implements StaffDesk {
    final Ticket ticket;
    final List<Object> asked = new ArrayList<>();
    Supplier<Outcome> outcome;

    RecordingDesk(Ticket ticket) {
        this.ticket = ticket;
        this.outcome = () -> new Outcome.Done(ticket);
    }

    /** The last thing asked, which has to be of a kind. */
    <T> T last(Class<T> kind) {
        return kind.cast(asked.getLast());
    }

    private Outcome answer(Object... what) {
        asked.addAll(List.of(what));
        return outcome.get();
    }

    @Override
    public Optional<Ticket> ticket(Caller caller, Reference reference) {
        return reference.equals(ticket.reference()) ? Optional.of(ticket) : Optional.empty();
    }

    @Override
    public Page list(Caller caller, TicketQuery query) {
        if (query.cursor().filter("broken"::equals).isPresent()) {
            throw new IllegalArgumentException("not a cursor");
        }
        asked.add(query);
        return new Page(List.of(ticket), Optional.of("next-page"));
    }

    @Override
    public Set<Action> actions(Caller caller, Ticket of) {
        return EnumSet.of(Action.REPLY, Action.TAKE);
    }

    @Override
    public boolean maySee(Caller caller, Ticket of) {
        return true;
    }

    @Override
    public Outcome act(Caller caller, Reference reference, Act act, Condition condition) {
        return reference.equals(ticket.reference()) ? answer(condition, act) : new Outcome.Unknown();
    }

    @Override
    public Outcome open(Caller caller, Opening opening, Condition condition) {
        return answer(condition, opening);
    }

    @Override
    public List<Ticket> dead(Caller caller, int limit) {
        return List.of(ticket);
    }

    @Override
    public Outcome retry(Caller caller, Reference reference, long seq) {
        return answer(reference, seq);
    }
}
