package jo.sawt.knowledge;

import java.util.List;
import java.util.Optional;

/** Searches services and documents by words. Safe for many threads; never throws on any text. */
public interface Search {
    /**
     * The best results, best first.
     *
     * @param type service or document; empty for both
     * @param lang the language of titles and passages; empty to take the question's own
     */
    List<Hit> search(String question, Optional<String> type, Optional<Lang> lang, int limit);

    /** The part of a result that matches best, with the places that match marked. */
    default Marked marked(String question, Hit hit, Optional<Lang> lang) {
        return new Marked(hit.passage(), List.of());
    }
}
