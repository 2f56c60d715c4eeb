package jo.sawt.knowledge.lucene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.TextClassifier.Example;
import jo.sawt.knowledge.linear.LinearModel;
import jo.sawt.knowledge.linear.ModelFolder;
import jo.sawt.knowledge.text.Features;

/** What training has learned of how people ask for each service, and of what is no question about any. */
final class ServiceModel {
    private static final String RELATED = "related";
    private static final String UNRELATED = "unrelated";

    // Texts about services that tell well enough what a text about any is like.
    private static final int RELATED_ENOUGH = 30_000;

    private final List<Training> texts;
    private final LinearModel services;
    private final Map<ServiceId, Integer> numbers = new HashMap<>();
    private final LinearModel relation;

    private ServiceModel(List<Training> texts, LinearModel services, LinearModel relation) {
        this.texts = texts;
        this.services = services;
        services.labels().forEach(label -> numbers.put(new ServiceId(label), numbers.size()));
        this.relation = relation;
    }

    static ServiceModel of(List<Training> texts, List<String> unrelated, ModelFolder folder) {
        List<Example> about = new ArrayList<>();
        List<Example> related = new ArrayList<>();
        int every = Math.ceilDiv(texts.size(), RELATED_ENOUGH);
        for (Training text : texts) {
            if (about.size() % every == 0) {
                related.add(new Example(text.text(), RELATED));
            }
            about.add(new Example(text.text(), text.service()));
        }
        unrelated.forEach(text -> related.add(new Example(text, UNRELATED)));
        return new ServiceModel(texts, folder.model("services", about), folder.model("relation", related));
    }

    boolean learnedFrom(List<Training> other) {
        return texts.equals(other);
    }

    /** How much the words speak for each service. */
    Scores scores(Features question) {
        return new Scores(numbers, services.scores(question));
    }

    /** The logarithm of the odds that the words are about a service at all. */
    double related(Features question) {
        float[] scores = relation.scores(question);
        double odds = 0;
        for (int at = 0; at < scores.length; at++) {
            odds += relation.labels().get(at).equals(RELATED) ? scores[at] : -scores[at];
        }
        return odds;
    }

    /** Scores of services, as logarithms of odds. */
    static final class Scores {
        static final Scores NONE = new Scores(Map.of(), new float[0]);

        private final Map<ServiceId, Integer> numbers;
        private final float[] values;

        private Scores(Map<ServiceId, Integer> numbers, float[] values) {
            this.numbers = numbers;
            this.values = values;
        }

        boolean know(ServiceId service) {
            return numbers.containsKey(service);
        }

        /** 0 of a service that the model has not learned yet. */
        double of(ServiceId service) {
            Integer number = numbers.get(service);
            return number == null ? 0 : values[number];
        }
    }
}
