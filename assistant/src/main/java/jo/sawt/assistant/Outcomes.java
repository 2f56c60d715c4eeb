package jo.sawt.assistant;

import java.util.Map;
import java.util.Set;
import jo.sawt.ticketing.Kind;

/** Weighs answering, asking back, refusing, routing and handing over against each other, by weights that were learned. */
final class Outcomes {
    // One question in seven is the most that people bear; a question where these hold is worth it.
    private static final double CLOSE_BEST = 0.8;
    private static final double CLOSE_RATIO = 0.15;

    // What is talked about weighs in already, and asking again in the middle of a conversation annoys.
    private static final double CLOSE_IN_CONTEXT = 0.4;

    private static final double SURE = 0.97;

    // A question that has an answer is refused more dearly than one without is answered from the nearest record, whose
    // name the answer says.
    private static final double REFUSING = 0.7;

    private static final int TELLS = 5;
    private static final int NAMED = 2;
    private static final double SURELY_MEANT = 0.8;

    private final Stack weights;
    private final Signs signs;
    private final Lexicon lexicon;
    private final Topics topics = new Topics();

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
            Outcome outcome = Outcome.valueOf(judged.getKey());
            double weight = outcome == Outcome.REFUSE ? REFUSING * judged.getValue() : judged.getValue();
            if (weight > most) {
                most = weight;
                best = outcome;
            }
        }
        if (best == Outcome.ROUTE && namesAService(meaning)) {
            return Outcome.ANSWER;
        }
        if ((best == Outcome.ANSWER || best == Outcome.HAND_OVER) && opensMatter(meaning)) {
            return Outcome.ROUTE;
        }
        if (best == Outcome.COURTESY && praises(meaning)) {
            return Outcome.ROUTE;
        }
        if (best == Outcome.ANSWER && meaning.candidates().isEmpty()) {
            return Outcome.REFUSE;
        }
        return best == Outcome.ANSWER && isClose(meaning) ? Outcome.CLARIFY : best;
    }

    /** Who writes nothing but what a service is called wants to be told of it. */
    private boolean namesAService(Meaning meaning) {
        if (meaning.context().isPresent() || meaning.confidence() <= SURELY_MEANT) {
            return false;
        }
        Set<String> said = Topics.of(meaning.reading().text());
        return said.size() >= NAMED
                && topics.of(meaning.candidates().getFirst().service()).containsAll(said);
    }

    /** Whoever says that a matter follows and tells of it wants it taken. */
    private boolean opensMatter(Meaning meaning) {
        return meaning.opens() && !lexicon.has("distress", meaning.reading().words());
    }

    /** Thanks that tell what for are praise, which somebody has earned. */
    private static boolean praises(Meaning meaning) {
        return meaning.content() >= TELLS && meaning.kind() == Kind.PRAISE;
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
