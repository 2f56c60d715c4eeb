package jo.sawt.assistant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jo.sawt.knowledge.Facet;

/**
 * Tells what a question wants to know: a trained model, and words that leave no doubt («رسوم», "how long") where the clause
 * that asks has those of one facet.
 */
final class FacetReader {
    private static final double SURE = 10;
    private static final int SHORT = 5;
    private static final double ALSO = 0.3;

    private final Weighed model;
    private final Lexicon lexicon;
    private final Manner manner;

    FacetReader(Weighed model, Lexicon lexicon, Manner manner) {
        this.model = model;
        this.lexicon = lexicon;
        this.manner = manner;
    }

    /** The likeliest first, then others that are asked for as well; never empty. */
    List<Facet> read(String text) {
        Map<Facet, Double> probabilities = probabilities(text);
        List<Facet> facets = new ArrayList<>();
        probabilities.entrySet().stream()
                .sorted(Map.Entry.<Facet, Double>comparingByValue().reversed())
                .filter(entry -> facets.isEmpty() || entry.getValue() > ALSO)
                .forEach(entry -> facets.add(entry.getKey()));
        return List.copyOf(facets);
    }

    Map<Facet, Double> probabilities(String text) {
        Map<Facet, Double> scores = new HashMap<>();
        model.probabilities(text).forEach((label, p) -> Facet.parse(label).ifPresent(facet -> scores.put(facet, p)));
        List<Facet> sure = sure(manner.asking(text));
        boolean shortly = Words.of(text).size() <= SHORT;
        for (Facet facet : sure) {
            double floor = sure.size() == 1 && shortly ? 1 : 0.01;
            scores.computeIfPresent(facet, (f, p) -> (p + floor) * SURE / sure.size());
        }
        double sum = scores.values().stream().mapToDouble(Double::doubleValue).sum();
        scores.replaceAll((facet, score) -> score / sum);
        return scores;
    }

    /** Where to report something asks for a way to do it, not for a place. */
    private List<Facet> sure(String asking) {
        Set<String> found = lexicon.scan(Words.of(asking)).keySet();
        if (found.contains("sure-locations") && found.contains("report-verbs")) {
            return List.of(Facet.CHANNELS);
        }
        return Stream.of(Facet.values())
                .filter(facet -> found.contains("sure-" + facet.wire()))
                .toList();
    }
}
