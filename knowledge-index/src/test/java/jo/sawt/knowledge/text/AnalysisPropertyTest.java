package jo.sawt.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AnalysisPropertyTest {
    @Property(tries = 2000)
    void normalisingTwiceIsNormalisingOnce(@ForAll("anyText") String text) {
        String once = Words.normalise(text);
        assertThat(Words.normalise(once)).isEqualTo(once);
    }

    @Property(tries = 500)
    void anyTextGivesBoundedWordsAndEachFeatureOnce(@ForAll("anyText") String text) {
        assertThat(Words.of(text).size()).isLessThanOrEqualTo(Words.HEAD + Words.TAIL);
        Features features = Features.of(text);
        assertThat(features.keys()).hasSameSizeAs(features.counts());
        assertThat(features.keys()).doesNotHaveDuplicates();
    }

    @Property(tries = 20)
    void longTextsCostNoMoreThanTheirBound(@ForAll("longText") String text) {
        int most = (Words.HEAD + Words.TAIL) * Words.LONGEST * 16;
        assertThat(Features.of(text).keys().length).isLessThan(most);
    }

    @Provide
    Arbitrary<String> anyText() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(300),
                Arbitraries.strings()
                        .withCharRange('\u0600', '\u06ff')
                        .withChars(" '37a\u200f\u0640")
                        .ofMaxLength(200),
                Arbitraries.strings().withCharRange('\ufb50', '\ufefc').ofMaxLength(100),
                Arbitraries.strings().ascii().ofMaxLength(200));
    }

    @Provide
    Arbitrary<String> longText() {
        return Arbitraries.strings().all().ofMinLength(50_000).ofMaxLength(100_000);
    }
}
