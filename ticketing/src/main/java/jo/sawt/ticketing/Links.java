package jo.sawt.ticketing;

import java.util.List;
import java.util.Optional;

/**
 * The tickets beside one. A conversation is a chain of tickets, of which only the newest numbers what is said.
 *
 * @param first the oldest of the chain, empty where this is it
 * @param previous the one that this continues
 * @param mergedInto the one that holds this matter now
 * @param others split from it or merged into it
 */
public record Links(
        Optional<Reference> first,
        Optional<Reference> previous,
        Optional<Next> next,
        Optional<Reference> mergedInto,
        List<Reference> others) {
    static final Links NONE =
            new Links(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    public Links {
        others = List.copyOf(others);
    }

    /**
     * The ticket that continues the conversation. Its reference is written here first, so that a chain has one successor.
     *
     * @param since messages of the citizen from this number on belong to the next, 0 for none
     * @param made whether it is known to be stored
     */
    public record Next(Reference reference, Reason reason, long since, boolean made) {}

    /** Why a conversation went on in another ticket. */
    public enum Reason {
        CLOSED,
        FULL,
        SPLIT
    }
}
