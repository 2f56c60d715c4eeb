package jo.sawt.assistant;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jo.sawt.ticketing.Author;
import jo.sawt.ticketing.InboundMessage.Content;
import jo.sawt.ticketing.TurnView;

/**
 * The conversation that a message belongs to.
 *
 * @param ticket that keeps it; empty where none does
 * @param earlier what the citizen wrote before, oldest first
 * @param calls of tools that a language model may still make for the message, whatever its parts
 */
record Talk(Optional<String> ticket, List<String> earlier, AtomicInteger calls) {
    static final int MOST_CALLS = 4;

    private static final int MOST = 6;

    Talk {
        earlier = List.copyOf(earlier.subList(Math.max(0, earlier.size() - MOST), earlier.size()));
    }

    /** Of a message outside of any ticket, before which this was said. */
    static Talk after(String text) {
        return new Talk(Optional.empty(), text.isBlank() ? List.of() : List.of(text), new AtomicInteger(MOST_CALLS));
    }

    /** Of the ticket that is seen, before a message of it. */
    static Talk before(TurnView.Said message, TurnView view) {
        List<String> earlier = Stream.concat(view.history().stream(), view.unanswered().stream())
                .filter(said -> said.author() == Author.CITIZEN && said.seq() < message.seq())
                .flatMap(said ->
                        said.content() instanceof Content.Words words ? Stream.of(words.text()) : Stream.empty())
                .toList();
        return new Talk(Optional.of(view.ticket().value()), earlier, new AtomicInteger(MOST_CALLS));
    }

    /** With those of its earlier messages alone that are so. */
    Talk only(Predicate<String> so) {
        return new Talk(ticket, earlier.stream().filter(so).toList(), calls);
    }

    /** Whether a ticket is named in it, up to the message, so that something else in it may prove that it is theirs. */
    boolean namesTicket(String message) {
        return Stream.concat(earlier.stream(), Stream.of(message))
                .anyMatch(said -> !Reader.references(said).isEmpty());
    }

    /** Names no text, since it is personal. */
    @Override
    public String toString() {
        return "Talk[…]";
    }
}
