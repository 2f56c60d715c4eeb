package jo.sawt.assistant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jo.sawt.knowledge.Department;
import jo.sawt.knowledge.Findings;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.TextClassifier.Scored;
import jo.sawt.knowledge.linear.LinearModel;
import jo.sawt.knowledge.text.Features;

/**
 * Tells which department a matter is for, from a model of messages, the service it is about, names and aliases in the text,
 * and the place.
 */
final class DepartmentReader {
    private static final double SHARPNESS = 0.85;
    private static final double BY_SERVICE = 0.3;
    private static final double BY_NAME = 2;
    private static final double FLOOR = 0.002;
    private static final double NO_SERVICE = 0.05;

    private final Models models;
    private final Lexicon names;
    private final Territories territories;
    private final List<String> ids;
    private final Taught taught;

    DepartmentReader(Registry registry, Models models, Territories territories, Taught taught) {
        this.taught = taught;
        this.models = models;
        this.names = Lexicon.of(names(registry));
        this.territories = territories;
        this.ids = registry.departments().stream().map(d -> d.id().value()).toList();
    }

    /** All departments, likeliest first, with probabilities that sum to 1. */
    List<Scored> read(Reading reading, Findings findings) {
        Map<String, Double> byWords = byWords(reading.text());
        Map<String, Double> byService = new HashMap<>();
        for (Findings.Candidate candidate : findings.candidates()) {
            byService.merge(
                    candidate.service().department().value(),
                    candidate.probability() * findings.answerable(),
                    Double::sum);
        }
        List<String> named = names.groupsIn(reading.words());
        Map<String, Double> scores = new LinkedHashMap<>();
        for (String id : ids) {
            double score = Math.log(FLOOR + byWords.getOrDefault(id, 0.0))
                    + BY_SERVICE * Math.log(NO_SERVICE + byService.getOrDefault(id, 0.0))
                    + (named.contains(id) ? BY_NAME : 0)
                    + Math.log(territories.fit(id, reading.entities().governorate()));
            scores.put(id, score);
        }
        taught.departments(reading.text())
                .forEach((id, lean) -> scores.computeIfPresent(id, (same, score) -> score + lean));
        return normalised(scores);
    }

    private Map<String, Double> byWords(String text) {
        LinearModel model = models.departments();
        float[] odds = model.scores(Features.of(text));
        Map<String, Double> scores = new LinkedHashMap<>();
        for (int at = 0; at < odds.length; at++) {
            scores.put(model.labels().get(at), SHARPNESS * odds[at]);
        }
        Map<String, Double> probabilities = new HashMap<>();
        normalised(scores).forEach(scored -> probabilities.put(scored.label(), scored.probability()));
        return probabilities;
    }

    private static List<Scored> normalised(Map<String, Double> scores) {
        double top =
                scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double sum = scores.values().stream()
                .mapToDouble(score -> Math.exp(score - top))
                .sum();
        List<Scored> result = new ArrayList<>();
        scores.forEach((id, score) -> result.add(new Scored(id, Math.exp(score - top) / sum)));
        result.sort(Comparator.comparingDouble(Scored::probability).reversed());
        return result;
    }

    private static Map<String, List<String>> names(Registry registry) {
        Map<String, List<String>> names = new HashMap<>();
        for (Department department : registry.departments()) {
            List<String> all = new ArrayList<>(
                    List.of(department.name().ar(), department.name().en()));
            all.addAll(department.aliases().ar());
            all.addAll(department.aliases().en());
            names.put(department.id().value(), all);
        }
        return names;
    }
}
