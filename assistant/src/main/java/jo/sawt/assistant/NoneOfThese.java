package jo.sawt.assistant;

import java.util.List;
import java.util.Set;
import jo.sawt.assistant.Memory.Pending;
import jo.sawt.ticketing.InboundMessage.Content;

/** Hears that none of the options offered is what the citizen means. */
final class NoneOfThese {
    private static final Set<String> BESIDE = Set.of(
            "لا",
            "اسف",
            "اسفه",
            "عفوا",
            "شكرا",
            "للاسف",
            "بس",
            "والله",
            "صراحه",
            "no",
            "sorry",
            "thanks",
            "thank",
            "you",
            "please",
            "unfortunately",
            "la",
            "it",
            "is",
            "its");

    private final Lexicon phrases = Lexicon.load("none.txt");

    /** The content, or the choice of nothing that was offered where its words say that. */
    Content heard(Content content, Turn turn) {
        boolean asked =
                turn.memory().pending() == Pending.SERVICE || turn.memory().pending() == Pending.DEPARTMENT;
        if (!asked || turn.offered().isEmpty() || !(content instanceof Content.Words words)) {
            return content;
        }
        return isNone(Words.of(words.text())) ? new Content.Choice(Replies.OTHER) : content;
    }

    private boolean isNone(List<String> words) {
        int from = 0;
        int to = words.size();
        while (from < to && !phrases.is("none", words.subList(from, to)) && BESIDE.contains(words.get(from))) {
            from++;
        }
        while (from < to && !phrases.is("none", words.subList(from, to)) && BESIDE.contains(words.get(to - 1))) {
            to--;
        }
        return phrases.is("none", words.subList(from, to));
    }
}
