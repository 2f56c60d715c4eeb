package jo.sawt.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
    private final Lexicon lexicon = Lexicon.load("lexicon.txt");

    @Test
    void spellingsOfOneWordMeet() {
        assertThat(Words.of("إجراءاتٌ")).isEqualTo(Words.of("اجراءات"));
        assertThat(Words.of("شكرااااا")).isEqualTo(Words.of("شكرا"));
        assertThat(Words.of("هوية ٢٠")).containsExactly("هويه", "20");
        assertThat(Words.of("مسؤول")).isEqualTo(Words.of("مسوول"));
    }

    @Test
    void englishContractionsStayOneWord() {
        assertThat(Words.of("What's it?")).containsExactly("whats", "it");
    }

    @Test
    void phraseIsFoundWithParticlesWrittenOntoIt() {
        assertThat(lexicon.has("facet-fees", Words.of("وقديش الرسوم؟"))).isTrue();
        assertThat(lexicon.has("facet-fees", Words.of("بالرسوم"))).isTrue();
        assertThat(lexicon.has("facet-fees", Words.of("المرسوم"))).isFalse();
    }

    @Test
    void wordsThatNoGroupCoversAreLeft() {
        assertThat(lexicon.without(List.of("طيب", "قديش", "جواز"), "only-polite", "asks"))
                .containsExactly("جواز");
    }
}
