package jo.sawt.assistant;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jo.sawt.knowledge.text.Meanings;
import jo.sawt.knowledge.text.Word;

/**
 * How alike two texts are: the cosine of their stems, their meanings and which of these are near each other, rare ones
 * counting more. How rare they are is learned from the packaged messages when first asked.
 */
final class Likeness {
    private final List<String> texts;
    private volatile Map<String, Integer> common = Map.of();

    Likeness() {
        this(List.of());
    }

    /** @param texts to learn from how rare words are; the packaged messages where there are none */
    Likeness(List<String> texts) {
        this.texts = List.copyOf(texts);
    }

    /** A text as terms in one order with the weight of each; of unit length. */
    static final class Vector {
        private final String[] terms;
        private final double[] weights;

        private Vector(String[] terms, double[] weights) {
            this.terms = terms;
            this.weights = weights;
        }

        boolean isEmpty() {
            return terms.length == 0;
        }

        double cosine(Vector other) {
            double sum = 0;
            int here = 0;
            int there = 0;
            while (here < terms.length && there < other.terms.length) {
                int order = terms[here].compareTo(other.terms[there]);
                if (order == 0) {
                    sum += weights[here++] * other.weights[there++];
                } else if (order < 0) {
                    here++;
                } else {
                    there++;
                }
            }
            return sum;
        }
    }

    Vector vector(String text) {
        Map<String, Integer> known = common();
        int all = known.getOrDefault("", 1);
        String[] terms = terms(text).toArray(String[]::new);
        Arrays.sort(terms);
        double[] weights = new double[terms.length];
        double squares = 0;
        for (int i = 0; i < terms.length; i++) {
            weights[i] = Math.log((1.0 + all) / (1.0 + known.getOrDefault(terms[i], 0)));
            squares += weights[i] * weights[i];
        }
        double length = Math.max(1e-9, Math.sqrt(squares));
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= length;
        }
        return new Vector(terms, weights);
    }

    /** In how many of the texts each term occurs; under the empty term, how many there are. */
    private synchronized Map<String, Integer> common() {
        if (common.isEmpty()) {
            Map<String, Integer> counts = new HashMap<>();
            List<String> from = texts.isEmpty()
                    ? Labelled.messages().stream().map(Labelled::text).toList()
                    : texts;
            from.forEach(text -> terms(text).forEach(term -> counts.merge(term, 1, Integer::sum)));
            counts.values().removeIf(count -> count < 2);
            counts.put("", from.size());
            common = Map.copyOf(counts);
        }
        return common;
    }

    private static Set<String> terms(String text) {
        List<Word> words = jo.sawt.knowledge.text.Words.of(Masked.bare(text));
        Set<String> terms = new HashSet<>();
        words.forEach(word -> terms.add("s:" + word.stem()));
        List<String> meanings = Meanings.of(words);
        for (int i = 0; i < meanings.size(); i++) {
            terms.add("m:" + meanings.get(i));
            if (i > 0) {
                String a = meanings.get(i - 1);
                String b = meanings.get(i);
                terms.add("p:" + (a.compareTo(b) < 0 ? a + " " + b : b + " " + a));
            }
        }
        return terms;
    }
}
