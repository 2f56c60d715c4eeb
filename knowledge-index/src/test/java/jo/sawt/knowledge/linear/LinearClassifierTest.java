package jo.sawt.knowledge.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import jo.sawt.knowledge.TextClassifier;
import jo.sawt.knowledge.TextClassifier.Example;
import jo.sawt.knowledge.TextClassifier.Scored;
import org.junit.jupiter.api.Test;

class LinearClassifierTest {
    private static final List<String> PAPERS = List.of("أوراق", "وثائق", "papers", "مستندات");
    private static final List<String> FEES = List.of("رسوم", "قديش", "cost", "مصاري");
    private static final List<String> THINGS = List.of("الجواز", "الهوية", "السيارة", "passport", "el ro5sa", "الأرض");

    @Test
    void readsArabicArabiziAndEnglishAlike() {
        TextClassifier classifier = LinearClassifier.train(examples());
        assertThat(label(classifier, "وثائق جواز السفر")).isEqualTo("papers");
        assertThat(label(classifier, "rsoom el jawaz")).isEqualTo("fees");
        assertThat(label(classifier, "what does a passport cost")).isEqualTo("fees");
    }

    @Test
    void probabilitiesSumToOneAndFall() {
        TextClassifier classifier = LinearClassifier.train(examples());
        for (String text : List.of("رسوم الجواز", "", "؟", "unknown words entirely")) {
            List<Scored> scored = classifier.classify(text);
            assertThat(scored)
                    .hasSize(2)
                    .isSortedAccordingTo((a, b) -> Double.compare(b.probability(), a.probability()));
            assertThat(scored.stream().mapToDouble(Scored::probability).sum()).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void sameExamplesGiveTheSameModel() {
        double first =
                LinearClassifier.train(examples()).classify("قديش الأرض").get(0).probability();
        double second =
                LinearClassifier.train(examples()).classify("قديش الأرض").get(0).probability();
        assertThat(first).isEqualTo(second);
    }

    @Test
    void oneLabelIsNoChoice() {
        assertThatIllegalArgumentException().isThrownBy(() -> LinearClassifier.train(List.of(new Example("a", "b"))));
    }

    private static List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (String thing : THINGS) {
            PAPERS.forEach(word -> examples.add(new Example(word + " " + thing, "papers")));
            FEES.forEach(word -> examples.add(new Example(word + " " + thing, "fees")));
        }
        return examples;
    }

    private static String label(TextClassifier classifier, String text) {
        return classifier.classify(text).get(0).label();
    }
}
