package jo.sawt.knowledge.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import jo.sawt.knowledge.TextClassifier.Example;
import jo.sawt.knowledge.text.Features;

/**
 * Trains like {@link Trainer} where there are so many texts or classes that neither all features nor all weights can be
 * kept: time and memory grow with the texts, not with texts times classes. A feature speaks of the few classes that have
 * most of it ({@link Narrow}), a class that is far behind the best learns nothing from a text, and texts are learned from
 * by small batches on all processors; how many there are changes nothing in the model.
 */
final class NarrowTrainer {
    private static final long SEED = 7;
    private static final int LEAST_TEXTS = 3;

    // What more than one text in so many has tells few classes apart, and half of the time would go into it.
    private static final int ONE_IN = 100;
    private static final int AT_ONCE = 4096;
    private static final int BATCH = 32;
    private static final int EPOCHS = 3;
    private static final float STEP = 0.8f;
    private static final float LEAST_SQUARE = 1e-6f;

    // A text whose class is this sure, by the squares of the slopes, is not learned from again: a probability of 0.88.
    private static final float LEARNED = 0.03f;

    // Behind the best by this a class learns nothing: its probability is below e to the -12th.
    private static final float FAR = 12;

    private final List<Packed> texts;
    private final int[] classes;
    private final Weights weights;
    private final float[] squares;
    private final boolean[] learned;
    private final Lesson[] batch = new Lesson[BATCH];

    private NarrowTrainer(List<Packed> texts, int[] classes, Weights weights) {
        this.texts = texts;
        this.classes = classes;
        this.weights = weights;
        this.learned = new boolean[classes.length];
        this.squares = new float[weights.vocabulary().size()];
        Arrays.setAll(batch, at -> new Lesson(weights.count()));
    }

    /**
     * A model of the texts.
     *
     * @param classes of each text, from 0
     * @param count of classes
     * @param most classes that one feature may speak of
     */
    static Weights train(List<Example> examples, int[] classes, int count, int most) {
        Census census = new Census();
        eachFeatures(examples, features -> census.add(features.keys()));
        Vocabulary vocabulary = census.vocabulary(LEAST_TEXTS, Math.max(LEAST_TEXTS, examples.size() / ONE_IN));
        List<Packed> texts = new ArrayList<>(examples.size());
        eachFeatures(examples, features -> texts.add(Packed.of(vocabulary.vector(features))));
        Weights weights = Narrow.blank(vocabulary, texts, classes, count, most);
        new NarrowTrainer(texts, classes, weights).learn();
        return weights;
    }

    private static void eachFeatures(List<Example> examples, Consumer<Features> use) {
        for (int from = 0; from < examples.size(); from += AT_ONCE) {
            examples.subList(from, Math.min(examples.size(), from + AT_ONCE)).parallelStream()
                    .map(example -> Features.of(example.text()))
                    .toList()
                    .forEach(use);
        }
    }

    private void learn() {
        Random random = new Random(SEED);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            int[] order = IntStream.range(0, classes.length)
                    .filter(at -> !learned[at])
                    .toArray();
            shuffle(order, random);
            float step = STEP * (1 - 0.9f * epoch / EPOCHS);
            for (int from = 0; from < order.length; from += BATCH) {
                learn(order, from, Math.min(order.length, from + BATCH), step);
            }
        }
    }

    private static void shuffle(int[] order, Random random) {
        for (int at = order.length - 1; at > 0; at--) {
            int other = random.nextInt(at + 1);
            int kept = order[at];
            order[at] = order[other];
            order[other] = kept;
        }
    }

    private void learn(int[] order, int from, int to, float step) {
        IntStream.range(from, to)
                .parallel()
                .forEach(at -> batch[at - from].read(weights, texts.get(order[at]), classes[order[at]]));
        for (int at = from; at < to; at++) {
            learned[order[at]] = batch[at - from].square < LEARNED;
        }
        int parts = Runtime.getRuntime().availableProcessors();
        IntStream.range(0, parts).parallel().forEach(part -> {
            for (int at = 0; at < to - from; at++) {
                descend(batch[at], step, part, parts);
            }
        });
    }

    /** Of every so many features one, so that each feature is moved by one thread and in the order of the texts. */
    private void descend(Lesson lesson, float step, int part, int parts) {
        int[] starts = weights.starts();
        char[] speaksOf = weights.classes();
        float[] values = weights.values();
        int[] numbers = lesson.text.numbers();
        for (int at = 0; at < numbers.length; at++) {
            int feature = numbers[at];
            if (feature % parts == part) {
                float value = lesson.text.values()[at];
                squares[feature] += value * value * lesson.square;
                float move = step * value / (float) Math.sqrt(squares[feature] + LEAST_SQUARE);
                for (int entry = starts[feature]; entry < starts[feature + 1]; entry++) {
                    values[entry] -= move * lesson.slopes[speaksOf[entry]];
                }
            }
        }
    }

    /** What is to be learned from one text: by how much the loss falls with each class's score. */
    private static final class Lesson {
        private final float[] slopes;
        private Vector text = new Vector(new int[0], new float[0]);
        private float square;

        Lesson(int classes) {
            this.slopes = new float[classes];
        }

        void read(Weights weights, Packed packed, int right) {
            text = packed.vector();
            weights.score(text, slopes);
            float best = Float.NEGATIVE_INFINITY;
            for (float score : slopes) {
                best = Math.max(best, score);
            }
            float sum = 0;
            for (int at = 0; at < slopes.length; at++) {
                slopes[at] = best - slopes[at] > FAR ? 0 : (float) Math.exp(slopes[at] - best);
                sum += slopes[at];
            }
            square = 0;
            for (int at = 0; at < slopes.length; at++) {
                slopes[at] = slopes[at] / sum - (at == right ? 1 : 0);
                square += slopes[at] * slopes[at];
            }
        }
    }
}
