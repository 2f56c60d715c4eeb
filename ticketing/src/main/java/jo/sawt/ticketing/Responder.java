package jo.sawt.ticketing;

import java.util.function.Consumer;

/** Decides what to do about what a citizen wrote: the port that the assistant implements. */
public interface Responder {
    /**
     * Runs outside any lock or write, and may be slow or throw; a second failure for the same turn hands the ticket to a
     * human queue. What it decides is applied only if nothing newer has happened to the ticket.
     */
    Decision respond(TurnView turn);

    /**
     * The same, telling while it words an answer what of it is sure already.
     *
     * @param saying takes each time all of the answer so far; what the decision says in the end stands instead of it
     */
    default Decision respond(TurnView turn, Consumer<String> saying) {
        return respond(turn);
    }
}
