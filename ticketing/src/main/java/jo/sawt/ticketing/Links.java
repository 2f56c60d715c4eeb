package jo.sawt.ticketing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tickets beside one. A conversation is a chain of tickets, of which only the newest numbers what is said.
 *
 * @param first the oldest of the chain, empty where this is it
 * @param previous the one that this continues
 * @param mergedInto the one that holds this matter now
 * @param others split from it or merged into it
 * @param newest at the oldest ticket only: about the newest of the chain; may be behind
 */
public record Links(
        Optional<Reference> first,
        Optional<Reference> previous,
        Optional<Next> next,
        Optional<Reference> mergedInto,
        List<Reference> others,
        Optional<Reference> newest) {
    static final Links NONE = new Links(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());

    public Links {
        others = List.copyOf(others);
    }

    Links next(Next value) {
        return new Links(first, previous, Optional.of(value), mergedInto, others, newest);
    }

    Links mergedInto(Reference value) {
        return new Links(first, previous, next, Optional.of(value), others, newest);
    }

    Links other(Reference value) {
        return new Links(
                first,
                previous,
                next,
                mergedInto,
                Stream.concat(others.stream(), Stream.of(value)).distinct().toList(),
                newest);
    }

    /** Whether what is said in its ticket takes the next number of the conversation. */
    boolean isHead() {
        return next.isEmpty() && !isBeside();
    }

    /** Split off by staff: beside the chain that starts at {@code first}, never its newest. */
    boolean isBeside() {
        return first.isPresent() && previous.isEmpty();
    }

    /**
     * The ticket that continues the conversation. Its reference is written here first, so that a chain has one successor.
     *
     * @param since messages of the citizen from this number on belong to the next, 0 for none
     * @param made whether it is known to be stored
     */
    public record Next(Reference reference, Reason reason, long since, boolean made) {
        Next confirmed() {
            return new Next(reference, reason, since, true);
        }
    }

    /** Why a conversation went on in another ticket. */
    public enum Reason {
        CLOSED,
        FULL,
        SPLIT,
        /** In a conversation that was there before: the citizen has proved to be of both. */
        JOINED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
