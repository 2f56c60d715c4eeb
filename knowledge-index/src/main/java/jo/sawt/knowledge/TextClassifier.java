package jo.sawt.knowledge;

import java.util.List;

/**
 * A trained linear model that tells which of a closed set of labels a short text bears, over words, stems, character
 * n-grams and consonant skeletons, so that it reads Arabic script, Arabizi and English alike.
 */
public interface TextClassifier {
    /** All labels, likeliest first, with probabilities that sum to 1. */
    List<Scored> classify(String text);

    /** A label and its probability in 0..1. */
    record Scored(String label, double probability) {}

    /** A text and the label it bears. */
    record Example(String text, String label) {}
}
