package jo.sawt.knowledge.lucene;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
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
        Features features = Features.of(question);
        ServiceModel.Scores learned = model == null ? ServiceModel.Scores.NONE : model.scores(features);
        double stemsUnit = unit(model == null ? Tuning.STEMS_ALONE : Tuning.STEMS, best(stems));
        double gramsUnit = unit(model == null ? Tuning.GRAMS_ALONE : Tuning.GRAMS, best(grams));
        Naming.Name asked = registry.naming().asked(question);
        List<Scored> scored = new ArrayList<>();
        double best = Double.NEGATIVE_INFINITY;
        for (ServiceRecord service : considered(registry, stems.keySet(), grams.keySet())) {
            ServiceId id = service.id();
            double score =
                    learned.of(id) + stems.getOrDefault(id, 0f) * stemsUnit + grams.getOrDefault(id, 0f) * gramsUnit;
            double fit = registry.naming().fit(asked, id);
            boolean evident = learned.know(id) || stems.containsKey(id) || grams.containsKey(id);
            if (evident || fit > 0) {
                best = evident ? Math.max(best, score) : best;
                scored.add(new Scored(service, score + fit * Tuning.NAMES));
            }
        }
        if (scored.isEmpty()) {
            return NONE;
        }
        List<Candidate> candidates = candidates(scored);
        Tuning.Evidence evidence = new Tuning.Evidence(
                model == null ? 0 : model.related(features),
                model == null ? Tuning.UNTRAINED_SCORE : best,
                candidates.get(0).probability(),
                best(stems) / question.size());
        return new Ranking(candidates, evidence, alike(candidates, registry.naming(), asked));
    }

    /** What a point of a score counts for, where the best counts for the weight; nothing where none was found. */
    private static double unit(double weight, double best) {
        return best > 0 ? weight / best : 0;
    }

    /** All services of a small registry, and of a large one those that the index finds. */
    private static Collection<ServiceRecord> considered(
            IndexedRegistry registry, Set<ServiceId> byStems, Set<ServiceId> byGrams) {
        Map<ServiceId, ServiceRecord> services = registry.services();
        if (services.size() <= Tuning.ALL_CONSIDERED) {
            return services.values();
        }
        return Stream.concat(byStems.stream(), byGrams.stream().filter(id -> !byStems.contains(id)))
                .map(services::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<Candidate> alike(List<Candidate> candidates, Naming naming, Naming.Name asked) {
        Set<ServiceId> ids = naming.alike(
                asked,
                candidates.stream().map(candidate -> candidate.service().id()).toList());
        return candidates.stream()
                .filter(candidate -> ids.contains(candidate.service().id()))
                .toList();
    }

    private static double best(Map<ServiceId, Float> scores) {
        double best = 0;
        for (float score : scores.values()) {
            best = Math.max(best, score);
        }
        return best;
    }

    private static List<Candidate> candidates(List<Scored> scored) {
        double best = scored.stream().mapToDouble(Scored::score).max().orElse(0);
        double sum = scored.stream()
                .mapToDouble(one -> Math.exp(Tuning.SHARPNESS * (one.score() - best)))
                .sum();
        List<Candidate> candidates = new ArrayList<>(scored.size());
        for (Scored one : scored) {
            candidates.add(new Candidate(one.service(), Math.exp(Tuning.SHARPNESS * (one.score() - best)) / sum));
        }
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

    private record Scored(ServiceRecord service, double score) {}
}
