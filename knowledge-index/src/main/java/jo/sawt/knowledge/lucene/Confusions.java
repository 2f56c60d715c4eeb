package jo.sawt.knowledge.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jo.sawt.knowledge.Confusion;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.TextClassifier.Example;
import jo.sawt.knowledge.linear.LinearModel;
import jo.sawt.knowledge.text.Features;

/**
 * What is taken for something else, judged as a stranger would: a model learns from four fifths of the texts and is asked
 * the rest.
 */
final class Confusions {
    private static final int FOLDS = 5;

    private Confusions() {}

    /** The neighbour of each service that takes most of it, the most confused service first; takes as long as learning. */
    static List<Confusion> of(List<Training> texts) {
        List<Example> learned = new ArrayList<>();
        Map<String, List<String>> asked = new LinkedHashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Training text : texts) {
            if (seen.merge(text.service(), 1, Integer::sum) % FOLDS == 0) {
                asked.computeIfAbsent(text.service(), id -> new ArrayList<>()).add(text.text());
            } else {
                learned.add(new Example(text.text(), text.service()));
            }
        }
        if (seen.size() < 2) {
            return List.of();
        }
        LinearModel model = LinearModel.train(learned);
        return asked.entrySet().parallelStream()
                .flatMap(entry -> of(model, new ServiceId(entry.getKey()), entry.getValue()).stream())
                .sorted(Comparator.comparingDouble(Confusion::share)
                        .reversed()
                        .thenComparing(confusion -> confusion.service().value()))
                .toList();
    }

    private static Optional<Confusion> of(LinearModel model, ServiceId service, List<String> texts) {
        Map<ServiceId, Double> mass = new HashMap<>();
        Map<ServiceId, Heard> examples = new HashMap<>();
        for (String text : texts) {
            probabilities(model, text).forEach((other, probability) -> {
                if (!other.equals(service)) {
                    mass.merge(other, probability / texts.size(), Double::sum);
                    examples.merge(other, new Heard(text, probability), Heard::worse);
                }
            });
        }
        return mass.entrySet().stream()
                .max(Map.Entry.<ServiceId, Double>comparingByValue()
                        .thenComparing(entry -> entry.getKey().value()))
                .map(most -> new Confusion(
                        service,
                        most.getKey(),
                        most.getValue(),
                        worst(examples, most.getKey()).text()));
    }

    private static Heard worst(Map<ServiceId, Heard> examples, ServiceId of) {
        return examples.getOrDefault(of, new Heard("", 0));
    }

    private static Map<ServiceId, Double> probabilities(LinearModel model, String text) {
        float[] scores = model.scores(Features.of(text));
        double best = Double.NEGATIVE_INFINITY;
        for (float score : scores) {
            best = Math.max(best, score);
        }
        Map<ServiceId, Double> weights = new HashMap<>();
        for (int at = 0; at < scores.length; at++) {
            weights.put(new ServiceId(model.labels().get(at)), Math.exp(Tuning.SHARPNESS * (scores[at] - best)));
        }
        double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        weights.replaceAll((id, weight) -> weight / sum);
        return weights;
    }

    private record Heard(String text, double probability) {
        static Heard worse(Heard one, Heard other) {
            return one.probability >= other.probability ? one : other;
        }
    }
}
