package jo.sawt.assistant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import jo.sawt.knowledge.TextClassifier;
import jo.sawt.knowledge.TextClassifier.Example;

/**
 * A text model and counts taken from the same text, weighed together. The weights are learned from what the text model says
 * of examples that it has not seen, each half judged by a model of the other, so that its own confidence is not taken at
 * face value.
 */
final class Weighed {
    private final TextClassifier words;
    private final Function<String, double[]> counts;
    private final List<String> labels;
    private final Stack stack;

    private Weighed(TextClassifier words, Function<String, double[]> counts, List<String> labels, Stack stack) {
        this.words = words;
        this.counts = counts;
        this.labels = labels;
        this.stack = stack;
    }

    static Weighed train(Trainer trainer, List<Example> examples, Function<String, double[]> counts) {
        List<String> labels =
                List.copyOf(new TreeSet<>(examples.stream().map(Example::label).toList()));
        List<Example> even = half(examples, 0);
        List<Example> odd = half(examples, 1);
        List<double[]> rows = new ArrayList<>();
        List<String> given = new ArrayList<>();
        judge(trainer.train(even), odd, labels, counts, rows, given);
        judge(trainer.train(odd), even, labels, counts, rows, given);
        return new Weighed(trainer.train(examples), counts, labels, Stack.train(rows, given));
    }

    /** The probability of each label; they sum to 1. */
    Map<String, Double> probabilities(String text) {
        return stack.probabilities(row(words, text, labels, counts));
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
            Function<String, double[]> counts,
            List<double[]> rows,
            List<String> given) {
        for (Example example : unseen) {
            rows.add(row(words, example.text(), labels, counts));
            given.add(example.label());
        }
    }

    private static double[] row(
            TextClassifier words, String text, List<String> labels, Function<String, double[]> counts) {
        Map<String, Double> probabilities = new LinkedHashMap<>();
        words.classify(text).forEach(scored -> probabilities.put(scored.label(), scored.probability()));
        double[] counted = counts.apply(text);
        double[] row = new double[labels.size() + counted.length];
        for (int i = 0; i < labels.size(); i++) {
            row[i] = Math.log(Math.max(1e-4, probabilities.getOrDefault(labels.get(i), 0.0)));
        }
        System.arraycopy(counted, 0, row, labels.size(), counted.length);
        return row;
    }
}
