package jo.sawt.ticketing;

import java.util.Map;
import java.util.Optional;

/**
 * What the assistant took a turn to be about; kept on the ticket for staff to see.
 *
 * @param confidence in 0..1
 * @param memory to be handed back with the next turn; at most 32 entries of at most 1,000 characters
 * @param grounds what it rests on
 */
public record Understanding(
        Lang lang,
        Kind kind,
        Optional<String> service,
        Optional<DepartmentId> department,
        Optional<String> facet,
        double confidence,
        Map<String, String> memory,
        Grounds grounds) {
    public Understanding {
        memory = Map.copyOf(memory);
    }

    /** Without grounds. */
    public Understanding(
            Lang lang,
            Kind kind,
            Optional<String> service,
            Optional<DepartmentId> department,
            Optional<String> facet,
            double confidence,
            Map<String, String> memory) {
        this(lang, kind, service, department, facet, confidence, memory, Grounds.NONE);
    }

    /** The same without memory. */
    Understanding forgetting() {
        return new Understanding(lang, kind, service, department, facet, confidence, Map.of(), grounds);
    }

    /** The same, asking to remember this instead. */
    public Understanding remembering(Map<String, String> other) {
        return new Understanding(lang, kind, service, department, facet, confidence, other, grounds);
    }

    /** The same, resting on these. */
    public Understanding on(Grounds others) {
        return new Understanding(lang, kind, service, department, facet, confidence, memory, others);
    }
}
