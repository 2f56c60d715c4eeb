package jo.sawt.knowledge.linear;

import java.util.List;
import jo.sawt.knowledge.TextClassifier.Example;
import jo.sawt.knowledge.text.Features;

/** A trained linear model: how much a text speaks for each label, as margins that compare but do not sum to anything. */
public final class LinearModel {
    private final List<String> labels;
    private final Weights weights;

    LinearModel(List<String> labels, Weights weights) {
        this.labels = List.copyOf(labels);
        this.weights = weights;
    }

    /** Trains on labelled texts. */
    public static LinearModel train(List<Example> examples) {
        List<String> labels =
                examples.stream().map(Example::label).distinct().sorted().toList();
        List<Features> texts = examples.parallelStream()
                .map(example -> Features.of(example.text()))
                .toList();
        int[] classes = examples.stream()
                .mapToInt(example -> labels.indexOf(example.label()))
                .toArray();
        return new LinearModel(labels, Trainer.train(texts, classes, labels.size(), Trainer.Setting.of(texts.size())));
    }

    public List<String> labels() {
        return labels;
    }

    /** The margin of each label, in the labels' order. */
    public float[] margins(Features text) {
        return weights.scores(text);
    }
}
