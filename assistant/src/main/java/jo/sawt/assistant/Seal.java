package jo.sawt.assistant;

import java.util.List;
import jo.sawt.ticketing.Decision;
import jo.sawt.ticketing.Kind;

/**
 * Decides which texts may leave Sawt, masked, for a model outside: inquiries alone, and never what may be a report of a
 * violation, rather kept once too often.
 */
final class Seal {
    private static final int LONGEST = 2_000;

    private final Lexicon lexicon;

    Seal(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Whether the message that led to a decision may leave. */
    boolean lets(String text, Turn turn, Decision composed, Dialogue dialogue) {
        return composed.understanding().kind() == Kind.INQUIRY
                && turn.kind() == Kind.INQUIRY
                && turn.memory().kind().isEmpty()
                && lets(text, dialogue);
    }

    /** The same of a text by its words alone. */
    boolean lets(String text, Dialogue dialogue) {
        List<String> words = Words.of(text);
        return text.length() <= LONGEST
                && !lexicon.has("violation", words)
                && !lexicon.has("report-verbs", words)
                && !dialogue.mayReport(text);
    }
}
