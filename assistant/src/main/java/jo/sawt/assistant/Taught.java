package jo.sawt.assistant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jo.sawt.ticketing.Correction;
import jo.sawt.ticketing.Kind;

/**
 * What staff have put right: messages like those that were taken wrongly lean towards what they should have been taken for.
 * The models stay as they are. Of corrections of nearly the same text that contradict each other the newest counts. Safe for
 * many threads.
 */
final class Taught {
    /** How alike two texts at least are for one to say anything of the other. */
    static final double LEAST = 0.15;
    /** How much, in logarithms of odds, an equal text counts. */
    static final double WEIGHT = 12;
    /** From here on two texts are nearly the same. */
    private static final double SAME = 0.8;

    private final Likeness likeness;
    private final double least;
    private final double weight;
    private volatile List<Example> examples = List.of();

    private record Example(Likeness.Vector vector, Correction.Label label) {}

    Taught() {
        this(new Likeness(), LEAST, WEIGHT);
    }

    Taught(Likeness likeness, double least, double weight) {
        this.likeness = likeness;
        this.least = least;
        this.weight = weight;
    }

    /** From now on these and no others. */
    void replace(List<Correction> corrections) {
        List<Example> next = new ArrayList<>();
        corrections.stream()
                .sorted(Comparator.comparing(
                                (Correction correction) -> correction.source().at())
                        .reversed())
                .map(correction -> new Example(likeness.vector(correction.text()), correction.label()))
                .filter(example -> !example.vector().isEmpty())
                .forEach(example -> {
                    if (next.stream().noneMatch(newer -> overrules(newer, example))) {
                        next.add(example);
                    }
                });
        examples = List.copyOf(next);
    }

    int size() {
        return examples.size();
    }

    private static boolean overrules(Example newer, Example older) {
        boolean sameSort =
                newer.label().kind().isPresent() == older.label().kind().isPresent();
        return sameSort && newer.vector().cosine(older.vector()) >= SAME;
    }

    /** How much more likely each department is, in logarithms of odds; those of which nothing is known are absent. */
    Map<String, Double> departments(String text) {
        Map<String, Double> leans = new HashMap<>();
        lean(text, label -> label.department().map(id -> id.value()), leans);
        return leans;
    }

    /** The probabilities of kinds in the light of what is known of messages like this. */
    Map<Kind, Double> kinds(String text, Map<Kind, Double> before) {
        Map<Kind, Double> leans = new HashMap<>();
        lean(text, Correction.Label::kind, leans);
        if (leans.isEmpty()) {
            return before;
        }
        Map<Kind, Double> after = new EnumMap<>(Kind.class);
        before.forEach((kind, p) -> after.put(kind, p * Math.exp(leans.getOrDefault(kind, 0.0))));
        double sum = after.values().stream().mapToDouble(Double::doubleValue).sum();
        after.replaceAll((kind, p) -> p / sum);
        return after;
    }

    private <T> void lean(
            String text, java.util.function.Function<Correction.Label, Optional<T>> of, Map<T, Double> leans) {
        List<Example> known = examples;
        if (known.isEmpty()) {
            return;
        }
        Likeness.Vector vector = likeness.vector(Masked.of(text).text());
        for (Example example : known) {
            Optional<T> label = of.apply(example.label());
            double alike = label.isPresent() ? vector.cosine(example.vector()) : 0;
            if (label.isPresent() && alike > least) {
                leans.merge(label.get(), weight * (alike - least) / (1 - least), Math::max);
            }
        }
    }
}
