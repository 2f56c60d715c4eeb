package jo.sawt.assistant;

import java.util.List;
import jo.sawt.knowledge.TextClassifier;

/** Makes a text classifier of labelled examples. */
@FunctionalInterface
public interface Trainer {
    TextClassifier train(List<TextClassifier.Example> examples);
}
