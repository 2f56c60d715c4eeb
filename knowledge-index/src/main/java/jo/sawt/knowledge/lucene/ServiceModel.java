package jo.sawt.knowledge.lucene;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.TextClassifier.Example;
import jo.sawt.knowledge.linear.LinearModel;
import jo.sawt.knowledge.text.Features;
import jo.sawt.knowledge.text.Word;

/** What training on the ways people ask has learned of each service. */
final class ServiceModel {
    private final List<Training> texts;
    private final LinearModel model;

    private ServiceModel(List<Training> texts, LinearModel model) {
        this.texts = texts;
        this.model = model;
    }

    static ServiceModel cached(List<Training> texts, Optional<Path> folder) {
        return new ServiceModel(
                texts,
                LinearModel.train(texts.stream()
                        .map(text -> new Example(text.text(), text.service()))
                        .toList()));
    }

    boolean learnedFrom(List<Training> other) {
        return texts.equals(other);
    }

    Map<ServiceId, Float> scores(List<Word> question) {
        float[] margins = model.margins(Features.of(question));
        Map<ServiceId, Float> scores = new HashMap<>();
        for (int at = 0; at < margins.length; at++) {
            scores.put(new ServiceId(model.labels().get(at)), margins[at]);
        }
        return scores;
    }
}
