package jo.sawt.knowledge;

import java.util.List;

/**
 * What a question found.
 *
 * @param candidates best first
 * @param answerable probability in 0..1 that the question is about a service of the registry at all
 */
public record Findings(List<Candidate> candidates, double answerable) {
    public Findings {
        candidates = List.copyOf(candidates);
    }

    /**
     * A service that the question may be about.
     *
     * @param probability in 0..1 that this one is meant, given that the question is about a service; over all services
     *     the probabilities sum to at most 1
     */
    public record Candidate(ServiceRecord service, double probability) {}
}
