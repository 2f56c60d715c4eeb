package jo.sawt.assistant;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import jo.sawt.knowledge.TextClassifier.Example;
import jo.sawt.knowledge.linear.LinearModel;
import jo.sawt.knowledge.text.Features;

/**
 * A text model and counts taken from the same text, weighed together into probabilities. The weights are learned from what
 * the text model says of examples that it has not seen, each half judged by a model of the other, so that its own
 * confidence is not taken at face value.
 */
final class Weighed {
    /**
     * How a text is looked at besides its words.
     *
     * @param counts numbers taken from it
     * @param focus the part of it that matters most, or all of it
     */
    record View(Function<String, double[]> counts, UnaryOperator<String> focus) {
        static View counting(Function<String, double[]> counts) {
            return new View(counts, UnaryOperator.identity());
        }

        static View plain() {
            return counting(text -> new double[0]);
        }
    }

    private final LinearModel words;
    private final View view;
    private final Stack stack;

    private Weighed(LinearModel words, View view, Stack stack) {
        this.words = words;
        this.view = view;
        this.stack = stack;
    }

    static Weighed train(Trainer trainer, List<Example> examples, View view) {
        List<Example> even = half(examples, 0);
        List<Example> odd = half(examples, 1);
        LinearModel whole = trainer.train(examples);
        List<double[]> rows = new ArrayList<>();
        judge(trainer.train(even), odd, whole.labels(), view, rows);
        judge(trainer.train(odd), even, whole.labels(), view, rows);
        List<String> given = new ArrayList<>();
        odd.forEach(example -> given.add(example.label()));
        even.forEach(example -> given.add(example.label()));
        return new Weighed(whole, view, Stack.train(rows, given));
    }

    /** The probability of each label; they sum to 1. */
    Map<String, Double> probabilities(String text) {
        return stack.probabilities(row(words, text, words.labels(), view));
    }

    void write(DataOutput out) throws IOException {
        words.write(out);
        stack.write(out);
    }

    static Optional<Weighed> read(DataInput in, View view) throws IOException {
        Optional<LinearModel> words = LinearModel.read(in);
        return words.isEmpty() ? Optional.empty() : Optional.of(new Weighed(words.get(), view, Stack.read(in)));
    }

    /** A text that is there more than once is in one half only. */
    private static List<Example> half(List<Example> examples, int parity) {
        return examples.stream()
                .filter(example -> Math.floorMod(example.text().hashCode(), 2) == parity)
                .toList();
    }

    private static void judge(
            LinearModel words, List<Example> unseen, List<String> labels, View view, List<double[]> rows) {
        rows.addAll(unseen.parallelStream()
                .map(example -> row(words, example.text(), labels, view))
                .toList());
    }

    private static double[] row(LinearModel words, String text, List<String> labels, View view) {
        double[] counted = view.counts().apply(text);
        String focus = view.focus().apply(text);
        double[] whole = margins(words, text, labels);
        double[] part = focus.equals(text) ? whole : margins(words, focus, labels);
        double[] row = new double[2 * whole.length + counted.length];
        System.arraycopy(whole, 0, row, 0, whole.length);
        System.arraycopy(part, 0, row, whole.length, whole.length);
        System.arraycopy(counted, 0, row, 2 * whole.length, counted.length);
        return row;
    }

    /** Relative to their mean, in the order of {@code labels}; a label that the model has never seen stands at the least. */
    private static double[] margins(LinearModel words, String text, List<String> labels) {
        float[] margins = words.scores(Features.of(text));
        double mean = 0;
        double least = Double.MAX_VALUE;
        for (float margin : margins) {
            mean += margin / margins.length;
            least = Math.min(least, margin);
        }
        double[] row = new double[labels.size()];
        for (int i = 0; i < row.length; i++) {
            int at = words.labels().indexOf(labels.get(i));
            row[i] = (at < 0 ? least : margins[at]) - mean;
        }
        return row;
    }
}
