package jo.sawt.ticketing;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The desk as staff use it. Everything is checked against what the caller may see and do. Throws {@link DeskUnavailable}
 * while the store is away.
 */
public interface StaffDesk {
    /** One ticket with its timeline; empty also where the caller may not know of it. Personal data is left out for an analyst. */
    Optional<Ticket> ticket(Caller caller, Reference reference);

    Page list(Caller caller, TicketQuery query);

    /** What the caller may do to it now. */
    Set<Action> actions(Caller caller, Ticket ticket);

    /** Whether the caller may know of it: for the live feed. */
    boolean maySee(Caller caller, Ticket ticket);

    Outcome act(Caller caller, Reference reference, Act act, Condition condition);

    /** A ticket for somebody on the phone or at a counter. */
    Outcome open(Caller caller, Opening opening, Condition condition);

    /** Tickets with messages that no channel would take, newest first. */
    List<Ticket> dead(Caller caller, int limit);

    /** Owes a dead message again, by its entry's number. */
    Outcome retry(Caller caller, Reference reference, long seq);
}
