package jo.sawt.knowledge.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import jo.sawt.knowledge.TextClassifier.Example;
import jo.sawt.knowledge.text.Features;
import org.junit.jupiter.api.Test;

class NarrowTrainerTest {
    private static final int LABELS = 300;
    private static final List<String> ASKING =
            List.of("بدي %s", "كم رسوم %s", "how do I get %s", "وين معاملة %s", "أوراق %s المطلوبة");

    @Test
    void manyLabelsAreToldApartByTheirOwnWords() {
        LinearModel model = LinearModel.train(examples());
        assertThat(model.labels()).hasSize(LABELS);
        for (int label = 0; label < LABELS; label++) {
            assertThat(model.labels().get(best(model, "لو سمحت " + name(label))))
                    .isEqualTo(id(label));
        }
    }

    @Test
    void sameExamplesGiveTheSameModel() {
        assertThat(LinearModel.train(examples()).scores(Features.of("بدي " + name(7))))
                .containsExactly(LinearModel.train(examples()).scores(Features.of("بدي " + name(7))));
    }

    @Test
    void aFeatureSpeaksOfNoMoreThanTheClassesThatHaveMostOfIt() {
        List<Packed> texts = new ArrayList<>();
        for (int at = 0; at < 10; at++) {
            texts.add(Packed.of(new Vector(new int[] {0, 1 + at % 2}, new float[] {1 + at, 1})));
        }
        Vocabulary vocabulary = new Vocabulary(new long[] {1, 2, 3}, new float[] {1, 1, 1});
        int[] classes = IntStream.range(0, 10).toArray();
        Weights weights = Narrow.blank(vocabulary, texts, classes, 10, 3);
        assertThat(weights.starts()).containsExactly(0, 3, 6, 9);
        assertThat(new String(weights.classes(), 0, 3)).isEqualTo("\u0007\u0008\u0009");
    }

    @Test
    void featuresOfOneTextAloneAreForgottenWhereThereAreTooMany() {
        Census census = new Census(1 << 16);
        for (int at = 0; at < 100_000; at++) {
            census.add(new long[] {scattered(at % 1000), scattered(1_000_000 + at)});
        }
        assertThat(census.vocabulary(3, Integer.MAX_VALUE).size()).isEqualTo(1000);
    }

    @Test
    void whatTooManyTextsHaveIsLeftOut() {
        Census census = new Census();
        for (int at = 0; at < 1000; at++) {
            census.add(new long[] {scattered(at % 10), scattered(1000 + at % 100)});
        }
        assertThat(census.vocabulary(3, 99).size()).isEqualTo(100);
    }

    private static long scattered(long number) {
        return number * 0x9e3779b97f4a7c15L;
    }

    private static int best(LinearModel model, String text) {
        float[] scores = model.scores(Features.of(text));
        return IntStream.range(0, scores.length)
                .reduce((one, other) -> scores[other] > scores[one] ? other : one)
                .orElseThrow();
    }

    private static List<Example> examples() {
        return IntStream.range(0, LABELS)
                .boxed()
                .flatMap(label -> ASKING.stream().map(way -> new Example(way.formatted(name(label)), id(label))))
                .toList();
    }

    private static String id(int label) {
        return "label-%03d".formatted(label);
    }

    /** Words that are like no other label's. */
    private static String name(int label) {
        String letters = "بتجحدرزسشصطعفقكلمنهو";
        return "" + letters.charAt(label % 20) + "ا" + letters.charAt(label / 20 % 20) + "يمة "
                + letters.charAt(label * 7 % 20) + "و" + letters.charAt(label * 3 / 20 % 20) + "اق";
    }
}
