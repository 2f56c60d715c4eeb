package jo.sawt.knowledge.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jo.sawt.knowledge.Findings;
import jo.sawt.knowledge.Findings.Candidate;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.knowledge.text.Word;
import org.jspecify.annotations.Nullable;

/** The services by how likely a question means each, from what the index says and what the model says. */
record Ranking(List<Candidate> candidates, double answerable) {
    private static final int EVERY = 10_000;
    private static final double STEMS = 0.02;
    private static final double GRAMS = 0.01;

    static Ranking of(List<Word> question, IndexedRegistry registry, @Nullable ServiceModel model) {
        Map<ServiceId, Double> scores = new HashMap<>();
        add(scores, registry.asked().byStems(question, EVERY), STEMS);
        add(scores, registry.asked().byGrams(question, EVERY), GRAMS);
        if (model != null && !scores.isEmpty()) {
            add(scores, model.scores(question), 1);
        }
        return new Ranking(candidates(scores, registry), scores.isEmpty() ? 0 : 1);
    }

    private static void add(Map<ServiceId, Double> scores, Map<ServiceId, Float> more, double weight) {
        more.forEach((id, score) -> scores.merge(id, score * weight, Double::sum));
    }

    private static List<Candidate> candidates(Map<ServiceId, Double> scores, IndexedRegistry registry) {
        double most = scores.values().stream().mapToDouble(score -> score).max().orElse(0);
        double sum = scores.values().stream()
                .mapToDouble(score -> Math.exp(score - most))
                .sum();
        List<Candidate> candidates = new ArrayList<>();
        scores.forEach((id, score) -> {
            ServiceRecord service = registry.services().get(id);
            if (service != null) {
                candidates.add(new Candidate(service, Math.exp(score - most) / sum));
            }
        });
        candidates.sort(Comparator.comparingDouble(Candidate::probability).reversed());
        return candidates;
    }

    Findings findings(int limit) {
        return new Findings(candidates.subList(0, Math.min(limit, candidates.size())), answerable);
    }
}
