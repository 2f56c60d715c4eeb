package jo.sawt.assistant;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import jo.sawt.ticketing.Kind;

/**
 * Weighs answering, asking back, refusing, routing and handing over against each other. The numbers were chosen on one half
 * of the development questions; the README of this module gives the figures on the other half.
 */
final class Outcomes {
    private static final double FULLY_KNOWN = 0.5;
    private static final double CLOSE_BEST = 0.45;
    private static final double CLOSE_RATIO = 0.5;

    private final Lexicon lexicon;

    Outcomes(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** What to do about a message. */
    enum Outcome {
        ANSWER,
        CLARIFY,
        REFUSE,
        HAND_OVER,
        ROUTE,
        COURTESY,
        ABUSE
    }

    Outcome of(Meaning meaning) {
        Map<Outcome, Double> scores = scores(meaning);
        Outcome best = scores.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(Outcome.CLARIFY);
        if (best == Outcome.ANSWER && meaning.candidates().isEmpty()) {
            return Outcome.REFUSE;
        }
        return best == Outcome.ANSWER && isClose(meaning) ? Outcome.CLARIFY : best;
    }

    private Map<Outcome, Double> scores(Meaning meaning) {
        Set<String> found = lexicon.scan(meaning.reading().words()).keySet();
        double known = meaning.findings().answerable() * Math.min(1, meaning.best() / FULLY_KNOWN);
        double question = meaning.sort(Models.QUESTION) * (0.4 + known);
        double matter = meaning.sort(Models.MATTER);
        boolean inquiry = meaning.kind() == Kind.INQUIRY;
        Map<Outcome, Double> scores = new EnumMap<>(Outcome.class);
        scores.put(Outcome.REFUSE, refused(meaning, known, found));
        scores.put(Outcome.HAND_OVER, handedOver(meaning, found));
        scores.put(Outcome.CLARIFY, unclear(meaning, known));
        scores.put(Outcome.COURTESY, meaning.sort("social"));
        scores.put(Outcome.ABUSE, meaning.sort("abuse"));
        scores.put(Outcome.ANSWER, question + (inquiry ? matter : 0));
        scores.put(Outcome.ROUTE, inquiry ? 0 : 1.2 * matter + 0.5 * question);
        return scores;
    }

    private static double refused(Meaning meaning, double known, Set<String> found) {
        double refused = meaning.sort("refused");
        if (found.contains("foreign") && !found.contains("home")) {
            refused *= 5;
        }
        if (found.contains("off-topic")) {
            refused = refused * 4 + 0.2;
        }
        return known < 0.15 ? refused * 2 : refused * Math.max(0.25, 1.3 - known);
    }

    private static double handedOver(Meaning meaning, Set<String> found) {
        double handed = meaning.sort("handover");
        return found.contains("own-case") && found.contains("case-state") ? handed * 5 + 0.5 : handed;
    }

    private static double unclear(Meaning meaning, double known) {
        // one service that stands far above the others leaves nothing to ask
        double doubt = 1 - Math.max(0, meaning.best() - 0.5);
        double unclear = meaning.sort("clarify") * Math.min(1, 1.4 - known) * doubt;
        return switch (meaning.content()) {
            case 0 -> unclear + 0.5;
            case 1 -> unclear * 2;
            default -> unclear;
        };
    }

    /** Whether two services are so close that which one decides the answer. */
    private static boolean isClose(Meaning meaning) {
        return meaning.best() < CLOSE_BEST && meaning.second() > CLOSE_RATIO * meaning.best();
    }
}
