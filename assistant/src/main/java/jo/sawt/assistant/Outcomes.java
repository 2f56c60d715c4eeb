package jo.sawt.assistant;

import java.util.Map;

/**
 * The thresholds between answering, asking back, refusing and handing over, in one place. Chosen on one half of the
 * development questions; the README of this module gives the figures on the other half.
 */
final class Outcomes {
    private static final double CLOSE_BEST = 0.45;
    private static final double CLOSE_RATIO = 0.6;

    private Outcomes() {}

    /** What to do about a message that is an inquiry. */
    enum Outcome {
        ANSWER,
        CLARIFY,
        REFUSE,
        HAND_OVER,
        COURTESY,
        ABUSE
    }

    static Outcome of(Meaning meaning) {
        double question = meaning.sort(Models.QUESTION) + meaning.sort(Models.MATTER);
        Map.Entry<String, Double> top = meaning.sorts().entrySet().stream()
                .filter(e -> !e.getKey().equals(Models.QUESTION) && !e.getKey().equals(Models.MATTER))
                .max(Map.Entry.comparingByValue())
                .orElseThrow();
        if (meaning.findings().candidates().isEmpty() && question > top.getValue()) {
            return Outcome.REFUSE;
        }
        double against = question * (0.2 + meaning.findings().answerable());
        if (top.getValue() <= against) {
            return isClose(meaning) ? Outcome.CLARIFY : Outcome.ANSWER;
        }
        return switch (top.getKey()) {
            case "refused" -> Outcome.REFUSE;
            case "handover" -> Outcome.HAND_OVER;
            case "clarify" -> Outcome.CLARIFY;
            case "social" -> Outcome.COURTESY;
            case "abuse" -> Outcome.ABUSE;
            default -> Outcome.ANSWER;
        };
    }

    /** Whether two services are so close that which one decides the answer. */
    static boolean isClose(Meaning meaning) {
        return meaning.best() < CLOSE_BEST && meaning.second() > CLOSE_RATIO * meaning.best();
    }
}
