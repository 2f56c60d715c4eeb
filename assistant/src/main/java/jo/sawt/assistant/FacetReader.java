package jo.sawt.assistant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jo.sawt.knowledge.Facet;

/**
 * Tells what a question wants to know: a trained model, and words that leave no doubt («رسوم», "how long") where the clause
 * that asks has those of one facet.
 */
final class FacetReader {
    static final String SAME = "same";
    static final String OWN = "own";

    private static final double SURE = 10;
    private static final int SHORT = 5;
    private static final int OPENING = 5;
    private static final double NAMED = 0.3;
    private static final double NEARLY_NONE = 0.01;
    private static final double NO_PLACE = 0.1;
    private static final double A_WAY = 0.05;
    private static final double ALSO = 0.3;

    private static final Lexicon MORE = Lexicon.load("facets.txt");

    private final Weighed model;
    private final Lexicon lexicon;
    private final Manner manner;

    FacetReader(Weighed model, Lexicon lexicon, Manner manner) {
        this.model = model;
        this.lexicon = lexicon;
        this.manner = manner;
    }

    /** As {@link #read(String)}; a follow-up that asks for nothing of its own asks for what was asked before it. */
    List<Facet> read(Reading reading, int content, Optional<Facet> before, Stack weights) {
        if (before.isEmpty()) {
            return read(reading.text());
        }
        double same =
                weights.probabilities(signs(reading, content, before.get())).getOrDefault(SAME, 0.0);
        return same > 0.5 ? List.of(before.get()) : read(reading.text());
    }

    /** What speaks for a follow-up asking for the facet before it, in numbers of fixed order. */
    double[] signs(Reading reading, int content, Facet before) {
        Map<Facet, Double> own = probabilities(reading.text());
        double best =
                own.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        List<String> words = reading.words();
        Set<String> found = lexicon.scan(words).keySet();
        boolean mark = reading.text().indexOf('؟') >= 0 || reading.text().indexOf('?') >= 0;
        return new double[] {
            Math.log(0.003 + best),
            Math.log(0.003 + own.getOrDefault(before, 0.0)),
            best > 0.8 ? 1 : 0,
            sure(Words.of(manner.asking(reading.text()))).isEmpty() ? 0 : 1,
            found.stream().anyMatch(group -> group.startsWith("facet-")) ? 1 : 0,
            found.contains("asks") ? 1 : 0,
            manner.asksAtClause(reading.text()) ? 1 : 0,
            mark ? 1 : 0,
            found.contains("correction") ? 1 : 0,
            found.contains("previous") ? 1 : 0,
            found.contains("next") ? 1 : 0,
            Math.min(content, 5),
            content == 0 ? 1 : 0,
            content == 1 ? 1 : 0,
            Math.log1p(words.size()),
            before == Facet.STEPS ? 1 : 0,
            before == Facet.OVERVIEW ? 1 : 0
        };
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
        List<String> asking = Words.of(manner.asking(text));
        boolean asksTheWay = asksTheWay(asking);
        List<Facet> sure = asksTheWay ? List.of(Facet.CHANNELS) : sure(asking);
        if (asksTheWay) {
            scores.computeIfPresent(Facet.LOCATIONS, (facet, p) -> p * NO_PLACE);
            scores.computeIfPresent(Facet.CHANNELS, (facet, p) -> p + A_WAY);
        } else if (sure.isEmpty() && asksHowToSend(asking)) {
            scores.computeIfPresent(Facet.CHANNELS, (facet, p) -> p + scores.getOrDefault(Facet.STEPS, 0.0));
        }
        boolean shortly = Words.of(text).size() <= SHORT;
        for (Facet facet : sure) {
            double floor =
                    sure.size() > 1 ? NEARLY_NONE : shortly ? 1 : namedFirst(facet, asking) ? NAMED : NEARLY_NONE;
            scores.computeIfPresent(facet, (f, p) -> (p + floor) * SURE / sure.size());
        }
        double sum = scores.values().stream().mapToDouble(Double::doubleValue).sum();
        scores.replaceAll((facet, score) -> score / sum);
        return scores;
    }

    /** Where to report something, to apply for it or to look it up asks for a way to do it, not for a place. */
    private boolean asksTheWay(List<String> asking) {
        Set<String> found = lexicon.scan(asking).keySet();
        return found.contains("sure-locations") && (found.contains("report-verbs") || found.contains("way-verbs"));
    }

    /** How a report or a complaint is brought before somebody asks first by which ways it may be sent. */
    private boolean asksHowToSend(List<String> asking) {
        Set<String> found = found(asking);
        return found.contains("how") && found.contains("sends-matters");
    }

    /** «ما الشروط …»: a question that begins with what it wants to know. */
    private boolean namedFirst(Facet facet, List<String> asking) {
        List<String> words = lexicon.without(asking, "greeting", "address");
        return sure(words.subList(0, Math.min(OPENING, words.size()))).contains(facet);
    }

    private Set<String> found(List<String> words) {
        Set<String> found = new HashSet<>(lexicon.scan(words).keySet());
        found.addAll(MORE.scan(words).keySet());
        return found;
    }

    private List<Facet> sure(List<String> words) {
        Set<String> found = found(words);
        return Stream.of(Facet.values())
                .filter(facet -> found.contains("sure-" + facet.wire()))
                .toList();
    }
}
