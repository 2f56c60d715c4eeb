package jo.sawt.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void spellingsOfOneWordFoldIntoOne() {
        for (String spelling : List.of(
                "أُرْدُنِيّة",
                "اردنيه",
                "أردنيـــة",
                "ارد\u200Cنية",
                "\u202Bأردنية\u202C",
                "ﺍﺭﺩﻧﻴﺔ",
                "اردنيييييه",
                "أردنیة")) {
            assertThat(Words.normalise(spelling)).as(spelling).isEqualTo("اردنيه");
        }
    }

    @Test
    void digitsOfAnyScriptAreOne() {
        assertThat(Words.normalise("٢٠٢٥ ۲۰۲۵ 2025")).isEqualTo("2025 2025 2025");
    }

    @Test
    void scriptsAndPunctuationPartWords() {
        assertThat(Words.normalise("الـpassport،هلأ؟ (CV)")).isEqualTo("ال passport هلا cv");
    }

    @Test
    void arabizeApostrophesAreLetters() {
        assertThat(Words.normalise("7'alas, it's 3'ali")).isEqualTo("khalas its ghali");
    }

    @Test
    void arabicAndArabiziHaveOneSkeleton() {
        assertThat(skeletons("تجديد")).containsAnyElementsOf(skeletons("tajdeed"));
        assertThat(skeletons("محكمة")).containsAnyElementsOf(skeletons("ma7kame"));
        assertThat(skeletons("رخصة")).containsAnyElementsOf(skeletons("ro5sa"));
        assertThat(skeletons("قديش"))
                .containsAnyElementsOf(skeletons("2adesh"))
                .containsAnyElementsOf(skeletons("gadesh"));
        assertThat(skeletons("الجواز")).containsAnyElementsOf(skeletons("eljawaz"));
    }

    @Test
    void cliticsAndEndingsComeOff() {
        assertThat(stem("وبالجوازات")).isEqualTo(stem("جواز"));
        assertThat(stem("عالبلدية")).isEqualTo(stem("البلدية"));
        assertThat(stem("renewing")).isEqualTo(stem("renewed"));
    }

    @Test
    void wordsOfOneMeaningAreOne() {
        for (String words :
                List.of("بدي أجدد باسبوري", "bdi ajaded jawazi", "renewing my passport", "تجديد جواز السفر")) {
            assertThat(Words.of(words).stream().map(Lexicon.GENERAL::meaning))
                    .as(words)
                    .contains("renew", "passport");
        }
    }

    @Test
    void lexiconHoldsAtLeastFifteenHundredWords() {
        assertThat(Lexicon.GENERAL.size()).isGreaterThan(1500);
    }

    private static String stem(String word) {
        return Words.of(word).get(0).stem();
    }

    private static List<String> skeletons(String word) {
        return Words.of(word).get(0).skeletons();
    }
}
