package jo.sawt.knowledge;

import java.util.List;

/**
 * What a question found.
 *
 * @param candidates best first
 * @param answerable probability in 0..1 that the question is about a service of the registry at all
 * @param alike those of all services, best first, that the question names alike, so that it leaves open which is meant:
 *     «بدل فاقد» holds of several names and is none of exactly one; empty where it leaves nothing open
 */
public record Findings(List<Candidate> candidates, double answerable, List<Candidate> alike) {
    public Findings {
        candidates = List.copyOf(candidates);
        alike = List.copyOf(alike);
    }

    /** Of a question that leaves nothing open. */
    public Findings(List<Candidate> candidates, double answerable) {
        this(candidates, answerable, List.of());
    }

    /**
     * A service that the question may be about.
     *
     * @param probability in 0..1 that this one is meant, given that the question is about a service; over all services
     *     the probabilities sum to at most 1
     */
    public record Candidate(ServiceRecord service, double probability) {}
}
