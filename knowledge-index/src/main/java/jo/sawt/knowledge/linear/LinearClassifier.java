package jo.sawt.knowledge.linear;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import jo.sawt.knowledge.TextClassifier;
import jo.sawt.knowledge.text.Features;

/**
 * A linear text classifier that is trained in seconds within the process. Its probabilities are calibrated on a fifth of
 * the examples that a first training did not see.
 */
public final class LinearClassifier implements TextClassifier {
    private static final int FOLDS = 5;

    private final List<String> labels;
    private final Weights weights;
    private final double sharpness;

    private LinearClassifier(List<String> labels, Weights weights, double sharpness) {
        this.labels = List.copyOf(labels);
        this.weights = weights;
        this.sharpness = sharpness;
    }

    /** Trains on labelled texts; refuses fewer than two labels with an IllegalArgumentException. */
    public static LinearClassifier train(List<Example> examples) {
        List<String> labels =
                examples.stream().map(Example::label).distinct().sorted().toList();
        if (labels.size() < 2) {
            throw new IllegalArgumentException("a classifier needs examples of at least two labels");
        }
        List<Features> texts = examples.parallelStream()
                .map(example -> Features.of(example.text()))
                .toList();
        int[] classes = examples.stream()
                .mapToInt(example -> labels.indexOf(example.label()))
                .toArray();
        double sharpness = sharpness(texts, classes, labels.size());
        return new LinearClassifier(labels, trained(texts, classes, labels.size()), sharpness);
    }

    private static Weights trained(List<Features> texts, int[] classes, int count) {
        return Trainer.train(texts, classes, count, Trainer.Setting.of(texts.size()));
    }

    /** The factor on the margins under which the examples that were held out are likeliest. */
    private static double sharpness(List<Features> texts, int[] classes, int count) {
        int[] seen =
                IntStream.range(0, texts.size()).filter(at -> at % FOLDS != 0).toArray();
        int[] held =
                IntStream.range(0, texts.size()).filter(at -> at % FOLDS == 0).toArray();
        Weights weights = trained(
                IntStream.of(seen).mapToObj(texts::get).toList(),
                IntStream.of(seen).map(at -> classes[at]).toArray(),
                count);
        List<float[]> scores = new ArrayList<>();
        for (int at : held) {
            scores.add(weights.scores(texts.get(at)));
        }
        int[] right = IntStream.of(held).map(at -> classes[at]).toArray();
        return Softmax.sharpness(scores, right);
    }

    @Override
    public List<Scored> classify(String text) {
        return classify(Features.of(text));
    }

    private List<Scored> classify(Features text) {
        double[] probabilities = Softmax.of(weights.scores(text), sharpness);
        return IntStream.range(0, labels.size())
                .mapToObj(at -> new Scored(labels.get(at), probabilities[at]))
                .sorted(Comparator.comparingDouble(Scored::probability).reversed())
                .toList();
    }
}
