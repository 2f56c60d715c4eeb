package jo.sawt.knowledge;

import java.util.List;
import java.util.Optional;

/**
 * Makes vectors of texts, near each other where the texts mean about the same. It is outside of Sawt, and may be slow or
 * down. Safe for many threads.
 */
public interface Embedder {
    /** Names the model; the vectors of two models cannot be compared. */
    String model();

    /**
     * A vector for each text of the registry, in their order and all of one length. Nobody waits for it.
     *
     * @throws EmbedderAway where it is down, slow or refuses
     */
    List<float[]> texts(List<String> texts);

    /**
     * The vector of a citizen's question, for which the citizen waits; empty where it does not come within a short time.
     *
     * @param question without personal data, and no possible report of a violation: it may leave Sawt
     */
    Optional<float[]> question(String question);
}
