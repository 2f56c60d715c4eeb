package jo.sawt.assistant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import jo.sawt.knowledge.TextClassifier;
import jo.sawt.knowledge.TextClassifier.Example;

/**
 * A text model and counts taken from the same text, weighed together. The weights are learned from what the text model says
 * of examples that it has not seen, each half judged by a model of the other, so that its own confidence is not taken at
 * face value.
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
    }

    private final TextClassifier words;
    private final View view;
    private final List<String> labels;
    private final Stack stack;

    private Weighed(TextClassifier words, View view, List<String> labels, Stack stack) {
        this.words = words;
        this.view = view;
        this.labels = labels;
        this.stack = stack;
    }

    static Weighed train(Trainer trainer, List<Example> examples, View view) {
        List<String> labels =
                List.copyOf(new TreeSet<>(examples.stream().map(Example::label).toList()));
        List<Example> even = half(examples, 0);
        List<Example> odd = half(examples, 1);
        List<double[]> rows = new ArrayList<>();
        List<String> given = new ArrayList<>();
        judge(trainer.train(even), odd, labels, view, rows, given);
        judge(trainer.train(odd), even, labels, view, rows, given);
        return new Weighed(trainer.train(examples), view, labels, Stack.train(rows, given));
    }

    /** The probability of each label; they sum to 1. */
    Map<String, Double> probabilities(String text) {
        return stack.probabilities(row(words, text, labels, view));
    }

    private static List<Example> half(List<Example> examples, int parity) {
        List<Example> half = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            if (i / 2 % 2 == parity) {
                half.add(examples.get(i));
            }
        }
        return half;
    }

    private static void judge(
            TextClassifier words,
            List<Example> unseen,
            List<String> labels,
            View view,
            List<double[]> rows,
            List<String> given) {
        for (Example example : unseen) {
            rows.add(row(words, example.text(), labels, view));
            given.add(example.label());
        }
    }

    private static double[] row(TextClassifier words, String text, List<String> labels, View view) {
        double[] counted = view.counts().apply(text);
        String focus = view.focus().apply(text);
        boolean narrower = !focus.equals(text);
        double[] row = new double[2 * labels.size() + counted.length];
        double[] whole = logs(words, text, labels);
        System.arraycopy(whole, 0, row, 0, whole.length);
        System.arraycopy(narrower ? logs(words, focus, labels) : whole, 0, row, whole.length, whole.length);
        System.arraycopy(counted, 0, row, 2 * whole.length, counted.length);
        return row;
    }

    private static double[] logs(TextClassifier words, String text, List<String> labels) {
        Map<String, Double> probabilities = new HashMap<>();
        words.classify(text).forEach(scored -> probabilities.put(scored.label(), scored.probability()));
        return labels.stream()
                .mapToDouble(label -> Math.log(Math.max(1e-4, probabilities.getOrDefault(label, 0.0))))
                .toArray();
    }
}
