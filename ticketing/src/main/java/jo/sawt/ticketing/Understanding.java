package jo.sawt.ticketing;

import java.util.Map;
import java.util.Optional;

/**
 * What the assistant took a turn to be about; kept on the ticket for staff to see.
 *
 * @param confidence in 0..1
 * @param memory to be handed back with the next turn; at most 32 entries of at most 1,000 characters
 */
public record Understanding(
        Lang lang,
        Kind kind,
        Optional<String> service,
        Optional<DepartmentId> department,
        Optional<String> facet,
        double confidence,
        Map<String, String> memory) {
    public Understanding {
        memory = Map.copyOf(memory);
    }
}
