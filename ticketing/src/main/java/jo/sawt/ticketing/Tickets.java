package jo.sawt.ticketing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The store of tickets. Each write is one atomic, durable write of one document. Every method throws {@link
 * DeskUnavailable} while the store is away.
 */
public interface Tickets {
    Optional<Ticket> find(Reference reference);

    /** The tickets that hold any of these keys. */
    List<Ticket> byKeys(List<String> keys);

    /** Stores a new ticket, or an old one's next state if it is still the state that the change began from. */
    Saved save(Change change);

    /** Those with work due, the longest due first. */
    List<Reference> due(Instant now, int limit);

    /** Those of a query that a scope lets through, without timelines. */
    Page list(Scope scope, TicketQuery query);

    /** What changed after an instant, oldest first, at most so many. */
    List<TicketEvent> changedSince(Instant after, int limit);

    /** Open tickets after a reference, in the order of references: how the watchdog walks over all. */
    List<Ticket> open(Optional<Reference> after, int limit);

    /** Tickets with dead letters, the last changed first. */
    List<Ticket> dead(int limit);

    /** How many tickets have a message owed that this channel has not taken. */
    long waiting(Channel channel);

    /** Remembers at the oldest ticket of a chain which one is about the newest; may be behind, never wrong. */
    void hint(Reference first, Reference head);

    /** What became of a write. */
    enum Saved {
        STORED,
        /** Somebody else has written the ticket since it was read. */
        STALE,
        /** Another ticket, or this one, has one of the keys already. */
        TAKEN
    }
}
