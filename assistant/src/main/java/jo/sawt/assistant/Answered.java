package jo.sawt.assistant;

import java.util.Optional;
import jo.sawt.ticketing.Decision;

/** What was decided about a message, with the names of what it is about in the citizen's language. */
public record Answered(Decision decision, Optional<Named> service, Optional<Named> department) {
    /** A record of the registry by id and name. */
    public record Named(String id, String name) {}

    /** The outcome as the outside contract names it. */
    public String outcome() {
        return switch (decision) {
            case Decision.Answer answer -> "answered";
            case Decision.Clarify clarify -> "clarify";
            case Decision.Refuse refuse -> "refused";
            case Decision.Route route -> "routed";
            case Decision.HandOver over -> "handover";
        };
    }
}
