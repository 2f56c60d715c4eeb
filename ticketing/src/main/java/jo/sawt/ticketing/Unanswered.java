package jo.sawt.ticketing;

import java.util.List;
import java.util.Optional;

/**
 * A question that the registry could not answer.
 *
 * @param text without personal data; cut to 300 characters
 * @param topic what it is about, as words that other ways of asking the same share; each once, at most twelve
 * @param register the way it was written: {@code ar}, {@code en} or {@code arabizi}
 * @param department that probably has to answer it
 */
public record Unanswered(String text, List<String> topic, String register, Optional<DepartmentId> department) {
    private static final int LONGEST = 300;
    private static final int MOST_TERMS = 12;
    private static final int LONGEST_TERM = 40;

    public Unanswered {
        text = Deciding.bounded(text.strip(), LONGEST);
        topic = topic.stream()
                .map(term -> Deciding.bounded(term.strip().replaceAll("\\s+", "-"), LONGEST_TERM))
                .filter(term -> !term.isEmpty())
                .distinct()
                .limit(MOST_TERMS)
                .toList();
    }

    /** Names no text, since it is a citizen's. */
    @Override
    public String toString() {
        return "Unanswered[" + register + "]";
    }
}
