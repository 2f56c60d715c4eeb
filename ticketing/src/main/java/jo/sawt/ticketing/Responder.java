package jo.sawt.ticketing;

/** Decides what to do about what a citizen wrote: the port that the assistant implements. */
public interface Responder {
    /**
     * Runs outside any lock or write, and may be slow or throw; a second failure for the same turn hands the ticket to a
     * human queue. What it decides is applied only if nothing newer has happened to the ticket.
     */
    Decision respond(TurnView turn);
}
