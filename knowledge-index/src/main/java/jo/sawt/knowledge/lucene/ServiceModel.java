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

    private final List<Training> texts;
    private final LinearModel services;
    private final List<ServiceId> ids;
    private final LinearModel relation;

    private ServiceModel(List<Training> texts, LinearModel services, LinearModel relation) {
        this.texts = texts;
        this.services = services;
        this.ids = services.labels().stream().map(ServiceId::new).toList();
        this.relation = relation;
    }

    static ServiceModel of(List<Training> texts, List<String> unrelated, ModelFolder folder) {
        List<Example> about = new ArrayList<>();
        List<Example> related = new ArrayList<>();
        for (Training text : texts) {
            about.add(new Example(text.text(), text.service()));
            related.add(new Example(text.text(), RELATED));
        }
        unrelated.forEach(text -> related.add(new Example(text, UNRELATED)));
        return new ServiceModel(texts, folder.model("services", about), folder.model("relation", related));
    }

    boolean learnedFrom(List<Training> other) {
        return texts.equals(other);
    }

    /** How much the words speak for each service, as logarithms of odds. */
    Map<ServiceId, Float> scores(Features question) {
        float[] scores = services.scores(question);
        Map<ServiceId, Float> byService = new HashMap<>();
        for (int at = 0; at < scores.length; at++) {
            byService.put(ids.get(at), scores[at]);
        }
        return byService;
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
}
