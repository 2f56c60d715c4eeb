package jo.sawt.assistant;

import java.util.List;
import java.util.Optional;
import jo.sawt.ticketing.Author;
import jo.sawt.ticketing.InboundMessage.Content;
import jo.sawt.ticketing.TurnView;

/**
 * Hears that an answer has helped: the whole message says so or thanks for it, but for courtesy around that, right after the
 * answer. Whatever says anything besides, such as a no, a but or another question, does not count.
 */
final class Helped {
    private final Lexicon phrases = Lexicon.load("helped.txt");

    /** What the conversation was about, where the turn says that the answer just given has helped. */
    Optional<Memory> by(TurnView turn) {
        Memory memory = Memory.from(turn.memory());
        boolean answered = memory.fresh()
                && !memory.text().isBlank()
                && !turn.history().isEmpty()
                && turn.history().getLast().author() == Author.ASSISTANT;
        return answered
                        && turn.unanswered().size() == 1
                        && turn.unanswered().getFirst().content() instanceof Content.Words words
                        && isSaid(words.text())
                ? Optional.of(memory)
                : Optional.empty();
    }

    boolean isSaid(String text) {
        List<String> words = Words.of(text);
        List<String> rest = phrases.without(words, "helped");
        return rest.size() < words.size() && phrases.without(rest, "beside").isEmpty();
    }
}
