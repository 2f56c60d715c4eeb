package jo.sawt.knowledge.lucene;

/** Every weight that was chosen by measuring, in one place; the README says on what and how. */
final class Tuning {
    // BM25: a word that many ways of asking share goes on counting, unlike in prose, where 1.2 is usual.
    static final float ASKED_K1 = 3;

    static final float PROSE_K1 = 1.2f;
    static final float B = 0.75f;

    // Of the character 4-grams beside the stems in prose; flat from 0.2 to 1.
    static final float GRAMS_IN_PROSE = 0.35f;

    // Of the index's scores, each divided by its best, beside the model's logarithms of odds.
    static final double STEMS = 3;

    static final double GRAMS = 3;

    // Of how well a service's best name fits, from 0 to 1; decides short plain questions and hardly moves long ones.
    static final double NAMES = 3;

    // The same where no model is trained yet.
    static final double STEMS_ALONE = 18;

    static final double GRAMS_ALONE = 12;

    // Taken for the best candidate's score then, which the index alone cannot tell.
    static final double UNTRAINED_SCORE = 15;

    // The factor that makes the sums calibrated probabilities.
    static final double SHARPNESS = 1.2;

    // Candidates that the index is asked for.
    static final int CANDIDATES = 100;

    // Of a registry of up to these every service is weighed, of a larger one the index's candidates.
    static final int ALL_CONSIDERED = 256;

    private Tuning() {}

    /**
     * The probability that a question is about a service at all, by a logistic fit, for a desk where four of five messages
     * are.
     */
    static double answerable(Evidence evidence) {
        double odds = -5.703
                + 0.366 * evidence.related()
                + 0.428 * evidence.score()
                + 1.367 * evidence.lead()
                - 0.428 * evidence.match();
        return 1 / (1 + Math.exp(-odds));
    }

    /**
     * What tells a question about a service from one about none.
     *
     * @param related odds by the model of what is about no service
     * @param score of the best candidate
     * @param lead probability of the best candidate
     * @param match BM25 of the best candidate a word
     */
    record Evidence(double related, double score, double lead, double match) {}
}
