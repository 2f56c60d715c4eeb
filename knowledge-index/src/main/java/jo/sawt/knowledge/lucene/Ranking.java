package jo.sawt.knowledge.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jo.sawt.knowledge.Findings;
import jo.sawt.knowledge.Findings.Candidate;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.knowledge.text.Features;
import jo.sawt.knowledge.text.Word;
import org.jspecify.annotations.Nullable;

/** The services by how likely a question means each, from what the index says and what the model says. */
record Ranking(List<Candidate> candidates, Tuning.Evidence evidence, List<Candidate> alike) {
    private static final Ranking NONE = new Ranking(List.of(), new Tuning.Evidence(0, 0, 0, 0), List.of());

    static Ranking of(List<Word> question, IndexedRegistry registry, @Nullable ServiceModel model) {
        Map<ServiceId, Float> stems = registry.asked().byStems(question, Tuning.CANDIDATES);
        Map<ServiceId, Float> grams = registry.asked().byGrams(question, Tuning.CANDIDATES);
        if (stems.isEmpty() && grams.isEmpty()) {
            return NONE;
        }
        Map<ServiceId, Double> scores = new HashMap<>();
        double related = 0;
        if (model != null) {
            Features features = Features.of(question);
            model.scores(features).forEach((id, score) -> scores.put(id, (double) score));
            related = model.related(features);
        }
        add(scores, stems, model == null ? Tuning.STEMS_ALONE : Tuning.STEMS);
        add(scores, grams, model == null ? Tuning.GRAMS_ALONE : Tuning.GRAMS);
        double score = model == null ? Tuning.UNTRAINED_SCORE : best(scores);
        registry.naming().fits(question).forEach((id, fit) -> scores.merge(id, fit * Tuning.NAMES, Double::sum));
        List<Candidate> candidates = candidates(scores, registry);
        if (candidates.isEmpty()) {
            return NONE;
        }
        double lead = candidates.get(0).probability();
        return new Ranking(
                candidates,
                new Tuning.Evidence(related, score, lead, best(stems) / question.size()),
                alike(candidates, registry, question));
    }

    private static List<Candidate> alike(List<Candidate> candidates, IndexedRegistry registry, List<Word> question) {
        Set<ServiceId> ids = registry.naming().alike(question);
        return candidates.stream()
                .filter(candidate -> ids.contains(candidate.service().id()))
                .toList();
    }

    private static void add(Map<ServiceId, Double> scores, Map<ServiceId, Float> more, double weight) {
        double best = best(more);
        more.forEach((id, score) -> scores.merge(id, score / best * weight, Double::sum));
    }

    private static double best(Map<ServiceId, ? extends Number> scores) {
        return scores.values().stream().mapToDouble(Number::doubleValue).max().orElse(0);
    }

    private static List<Candidate> candidates(Map<ServiceId, Double> scores, IndexedRegistry registry) {
        double best = best(scores);
        double sum = scores.values().stream()
                .mapToDouble(score -> Math.exp(Tuning.SHARPNESS * (score - best)))
                .sum();
        List<Candidate> candidates = new ArrayList<>();
        scores.forEach((id, score) -> {
            ServiceRecord service = registry.services().get(id);
            if (service != null) {
                candidates.add(new Candidate(service, Math.exp(Tuning.SHARPNESS * (score - best)) / sum));
            }
        });
        candidates.sort(Comparator.comparingDouble(Candidate::probability)
                .reversed()
                .thenComparing(candidate -> candidate.service().id().value()));
        return candidates;
    }

    double answerable() {
        return candidates.isEmpty() ? 0 : Tuning.answerable(evidence);
    }

    Findings findings(int limit) {
        return new Findings(candidates.subList(0, Math.clamp(limit, 0, candidates.size())), answerable(), alike);
    }
}
