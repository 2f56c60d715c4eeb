package jo.sawt.assistant;

import java.util.Map;
import jo.sawt.ticketing.Kind;

/** Weighs answering, asking back, refusing, routing and handing over against each other, by weights that were learned. */
final class Outcomes {
    // Of 2,700 ways of asking by other writers than those learned from, 0.19 are asked back about so, and 0.88 are
    // right or
    // among the first three of what is asked; without asking 0.81 are right.
    private static final double CLOSE_BEST = 0.7;
    private static final double CLOSE_RATIO = 0.2;

    // What is talked about weighs in already, and asking again in the middle of a conversation annoys.
    private static final double CLOSE_IN_CONTEXT = 0.4;

    private static final double MATTER = 0.6;

    private static final double SURE = 0.97;

    private final Stack weights;
    private final Signs signs;
    private final Lexicon lexicon;

    Outcomes(Stack weights, Lexicon lexicon) {
        this.weights = weights;
        this.signs = new Signs(lexicon);
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
        Outcome best = Outcome.CLARIFY;
        double most = 0;
        for (Map.Entry<String, Double> judged :
                weights.probabilities(signs.of(meaning)).entrySet()) {
            if (judged.getValue() > most) {
                most = judged.getValue();
                best = Outcome.valueOf(judged.getKey());
            }
        }
        if (best == Outcome.HAND_OVER && isMatter(meaning)) {
            return Outcome.ROUTE;
        }
        if (best == Outcome.ANSWER && meaning.candidates().isEmpty()) {
            return Outcome.REFUSE;
        }
        return best == Outcome.ANSWER && isClose(meaning) ? Outcome.CLARIFY : best;
    }

    /** A grievance is a department's to answer, even where it tells of a case of one's own. */
    private boolean isMatter(Meaning meaning) {
        return meaning.kind() != Kind.INQUIRY
                && meaning.kinds().getOrDefault(meaning.kind(), 0.0) > MATTER
                && !lexicon.has("distress", meaning.reading().words());
    }

    /** Whether two services are so close that which one decides the answer. */
    private static boolean isClose(Meaning meaning) {
        if (meaning.context().isEmpty() && meaning.findings().alike().size() == 2 && meaning.best() < SURE) {
            return true;
        }
        double close = meaning.context().isPresent() ? CLOSE_IN_CONTEXT : CLOSE_BEST;
        return meaning.best() < close && meaning.second() > CLOSE_RATIO * meaning.best();
    }
}
