package jo.sawt.assistant;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jo.sawt.knowledge.Facet;
import jo.sawt.knowledge.Findings;
import jo.sawt.knowledge.Findings.Candidate;
import jo.sawt.ticketing.Kind;

/**
 * What a message was understood to say, with the probabilities behind it.
 *
 * @param context what it may lean on
 * @param kinds by kind; they sum to 1
 * @param sorts by sort, see {@link Models}; they sum to 1
 * @param own the services that it may be about by its own words
 * @param findings the services it may be about, in the light of the conversation
 * @param facets what it wants to know, the first asked first; never empty
 * @param opens whether it says that a complaint, a report or a suggestion follows, tells of it, and asks nothing
 * @param content how many words are left beside those of asking, courtesy, places and persons
 */
record Meaning(
        Reading reading,
        Optional<Context> context,
        Map<Kind, Double> kinds,
        Map<String, Double> sorts,
        Findings own,
        Findings findings,
        List<Facet> facets,
        boolean opens,
        int content) {
    /** Whether it says too little to stand without what was said before. */
    boolean leaning() {
        return content == 0;
    }

    Kind kind() {
        return kinds.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(Kind.INQUIRY);
    }

    /** The likeliest kind of a message that wants something done, not told. */
    Kind matter() {
        return kinds.entrySet().stream()
                .filter(entry -> entry.getKey() != Kind.INQUIRY)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(Kind.COMPLAINT);
    }

    double sort(String name) {
        return sorts.getOrDefault(name, 0.0);
    }

    List<Candidate> candidates() {
        return findings.candidates();
    }

    double best() {
        return candidates().isEmpty() ? 0 : candidates().getFirst().probability();
    }

    /** How likely it is a question to the registry and about its first candidate. */
    double confidence() {
        return best() * findings.answerable();
    }

    double second() {
        return candidates().size() < 2 ? 0 : candidates().get(1).probability();
    }
}
