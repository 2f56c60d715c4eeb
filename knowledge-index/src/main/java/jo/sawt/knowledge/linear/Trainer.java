package jo.sawt.knowledge.linear;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import jo.sawt.knowledge.text.Features;

/**
 * Trains a softmax model by stochastic gradient descent with a step a feature (AdaGrad). A feature holds weights only for
 * the classes whose texts have it, so that size and time grow with what is written about each class, not with classes
 * times features.
 */
final class Trainer {
    /** Rises whenever the same features give another model. */
    static final int VERSION = 2;

    private static final long SEED = 7;
    private static final float LEAST_SQUARE = 1e-6f;
    private static final double LEARNED = 1e-5;

    private final Weights weights;
    private final float[] squares;
    private final float[] scores;

    private Trainer(Weights weights, int classes) {
        this.weights = weights;
        this.squares = new float[weights.vocabulary().size()];
        this.scores = new float[classes];
    }

    /**
     * A model of the texts.
     *
     * @param classes of each text, from 0
     * @param count of classes
     * @param setting how to train
     */
    static Weights train(List<Features> texts, int[] classes, int count, Setting setting) {
        Vocabulary vocabulary = Vocabulary.of(texts, setting.least());
        List<Vector> vectors = texts.stream().map(vocabulary::vector).toList();
        Weights weights = Weights.blank(vocabulary, vectors, classes, count);
        Trainer trainer = new Trainer(weights, count);
        int[] order = new int[classes.length];
        Arrays.setAll(order, at -> at);
        Random random = new Random(SEED);
        for (int epoch = 0; epoch < setting.epochs(); epoch++) {
            shuffle(order, random);
            float step = setting.step() * (1 - 0.9f * epoch / setting.epochs());
            for (int at : order) {
                trainer.learn(vectors.get(at), classes[at], step);
            }
        }
        return weights;
    }

    private static void shuffle(int[] order, Random random) {
        for (int at = order.length - 1; at > 0; at--) {
            int other = random.nextInt(at + 1);
            int kept = order[at];
            order[at] = order[other];
            order[other] = kept;
        }
    }

    private void learn(Vector text, int right, float step) {
        weights.score(text, scores);
        double square = slopes(right);
        if (square > LEARNED) {
            descend(text, step, (float) square);
        }
    }

    /** Turns the scores into the slopes of the loss, and returns their sum of squares. */
    private double slopes(int right) {
        float most = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            most = Math.max(most, score);
        }
        float sum = 0;
        for (int c = 0; c < scores.length; c++) {
            scores[c] = (float) Math.exp(scores[c] - most);
            sum += scores[c];
        }
        double square = 0;
        for (int c = 0; c < scores.length; c++) {
            scores[c] = scores[c] / sum - (c == right ? 1 : 0);
            square += scores[c] * scores[c];
        }
        return square;
    }

    private void descend(Vector text, float step, float square) {
        int[] starts = weights.starts();
        char[] classes = weights.classes();
        float[] values = weights.values();
        for (int at = 0; at < text.numbers().length; at++) {
            int feature = text.numbers()[at];
            float value = text.values()[at];
            squares[feature] += value * value * square;
            float move = step * value / (float) Math.sqrt(squares[feature] + LEAST_SQUARE);
            for (int entry = starts[feature]; entry < starts[feature + 1]; entry++) {
                values[entry] -= move * scores[classes[entry]];
            }
        }
    }

    /**
     * How to train.
     *
     * @param least texts that a feature must occur in
     * @param epochs how often each text is learned from
     * @param step of the first epoch, falling to a tenth
     */
    record Setting(int least, int epochs, float step) {
        private static final int MANY = 2000;
        private static final int LEARNED_FROM = 200_000;

        /** A large registry says much the same in many texts, so that each is learned from less often. */
        static Setting of(int texts) {
            return texts > MANY
                    ? new Setting(3, Math.clamp(LEARNED_FROM / texts, 3, 8), 0.3f)
                    : new Setting(1, 20, 0.3f);
        }
    }
}
