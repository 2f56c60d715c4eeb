package jo.sawt.assistant;

import java.util.List;
import jo.sawt.knowledge.TextClassifier.Example;
import jo.sawt.knowledge.linear.LinearModel;

/** Makes a model of labelled examples. */
@FunctionalInterface
interface Trainer {
    LinearModel train(List<Example> examples);
}
