package jo.sawt.knowledge.linear;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jo.sawt.knowledge.TextClassifier.Example;
import jo.sawt.knowledge.text.Features;

/** A trained linear model: how much a text speaks for each label, as logarithms of odds. */
public final class LinearModel {
    // Up to these all features of all texts are kept in memory, and a feature may speak of every label.
    private static final int FEW_LABELS = 256;

    private static final int FEW_TEXTS = 50_000;

    // Labels that one feature may speak of where there are more.
    private static final int CLASSES = 16;

    private final List<String> labels;
    private final Weights weights;

    private LinearModel(List<String> labels, Weights weights) {
        this.labels = List.copyOf(labels);
        this.weights = weights;
    }

    /**
     * Trains on labelled texts; the same texts in the same order always give the same model. Refuses more labels than
     * there are char values with an IllegalArgumentException.
     */
    public static LinearModel train(List<Example> examples) {
        List<String> labels =
                examples.stream().map(Example::label).distinct().sorted().toList();
        if (labels.size() > Character.MAX_VALUE) {
            throw new IllegalArgumentException("a model tells at most 65,535 labels apart");
        }
        int[] classes = classes(labels, examples);
        if (labels.size() > FEW_LABELS || examples.size() > FEW_TEXTS) {
            return new LinearModel(
                    labels,
                    NarrowTrainer.train(examples, classes, labels.size(), CLASSES)
                            .slim());
        }
        List<Features> texts = examples.parallelStream()
                .map(example -> Features.of(example.text()))
                .toList();
        return train(labels, texts, classes);
    }

    static LinearModel train(List<String> labels, List<Features> texts, int[] classes) {
        return new LinearModel(
                labels,
                Trainer.train(texts, classes, labels.size(), Trainer.Setting.of(texts.size()))
                        .slim());
    }

    static int[] classes(List<String> labels, List<Example> examples) {
        Map<String, Integer> numbers = new HashMap<>();
        labels.forEach(label -> numbers.put(label, numbers.size()));
        return examples.stream()
                .mapToInt(example -> numbers.getOrDefault(example.label(), 0))
                .toArray();
    }

    public List<String> labels() {
        return labels;
    }

    /** The score of each label, in the labels' order. */
    public float[] scores(Features text) {
        return weights.scores(text);
    }

    /** Writes the model so that {@link #read} gives the same one. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(Features.VERSION);
        out.writeInt(labels.size());
        for (String label : labels) {
            out.writeUTF(label);
        }
        weights.write(out);
    }

    /** Empty for a model of other features than texts have now. */
    public static Optional<LinearModel> read(DataInput in) throws IOException {
        if (in.readInt() != Features.VERSION) {
            return Optional.empty();
        }
        int count = in.readInt();
        List<String> labels = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            labels.add(in.readUTF());
        }
        return Optional.of(new LinearModel(labels, Weights.read(in, count)));
    }

    /** Keeps a model as it is. */
    static final class Format implements ModelFormat<LinearModel> {
        @Override
        public void write(LinearModel model, DataOutput out) throws IOException {
            model.write(out);
        }

        @Override
        public LinearModel read(DataInput in) throws IOException {
            return LinearModel.read(in).orElseThrow(() -> new IOException("a model of other features"));
        }
    }
}
