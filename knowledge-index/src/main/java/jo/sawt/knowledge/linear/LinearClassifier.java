package jo.sawt.knowledge.linear;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
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

    private final LinearModel model;
    private final double sharpness;

    private LinearClassifier(LinearModel model, double sharpness) {
        this.model = model;
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
        int[] classes = LinearModel.classes(labels, examples);
        double sharpness = sharpness(labels, texts, classes);
        return new LinearClassifier(LinearModel.train(labels, texts, classes), sharpness);
    }

    /** The factor on the scores under which the examples that were held out are likeliest. */
    private static double sharpness(List<String> labels, List<Features> texts, int[] classes) {
        int[] seen =
                IntStream.range(0, classes.length).filter(at -> at % FOLDS != 0).toArray();
        int[] held =
                IntStream.range(0, classes.length).filter(at -> at % FOLDS == 0).toArray();
        LinearModel model = LinearModel.train(
                labels,
                IntStream.of(seen).mapToObj(texts::get).toList(),
                IntStream.of(seen).map(at -> classes[at]).toArray());
        List<float[]> scores =
                IntStream.of(held).mapToObj(at -> model.scores(texts.get(at))).toList();
        return Softmax.sharpness(
                scores, IntStream.of(held).map(at -> classes[at]).toArray());
    }

    @Override
    public List<Scored> classify(String text) {
        double[] probabilities = Softmax.of(model.scores(Features.of(text)), sharpness);
        return IntStream.range(0, probabilities.length)
                .mapToObj(at -> new Scored(model.labels().get(at), probabilities[at]))
                .sorted(Comparator.comparingDouble(Scored::probability).reversed())
                .toList();
    }

    /** Keeps its model, and how sharp its probabilities are. */
    static final class Format implements ModelFormat<LinearClassifier> {
        @Override
        public void write(LinearClassifier classifier, DataOutput out) throws IOException {
            out.writeDouble(classifier.sharpness);
            classifier.model.write(out);
        }

        @Override
        public LinearClassifier read(DataInput in) throws IOException {
            double sharpness = in.readDouble();
            return new LinearClassifier(new LinearModel.Format().read(in), sharpness);
        }
    }
}
