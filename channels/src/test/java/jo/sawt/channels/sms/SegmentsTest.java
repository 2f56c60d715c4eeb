package jo.sawt.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SegmentsTest {
    @Test
    void latinTextHas160AloneAnd153InEachOfSeveral() {
        assertThat(Segments.count("a".repeat(160))).isEqualTo(1);
        assertThat(Segments.count("a".repeat(161))).isEqualTo(2);
        assertThat(Segments.count("a".repeat(306))).isEqualTo(2);
        assertThat(Segments.count("a".repeat(307))).isEqualTo(3);
    }

    @Test
    void arabicTextHas70AloneAnd67InEachOfSeveral() {
        assertThat(Segments.count("م".repeat(70))).isEqualTo(1);
        assertThat(Segments.count("م".repeat(71))).isEqualTo(2);
        assertThat(Segments.count("م".repeat(134))).isEqualTo(2);
        assertThat(Segments.count("م".repeat(201))).isEqualTo(3);
        assertThat(Segments.count("م".repeat(202))).isEqualTo(4);
    }

    @Test
    void oneArabicLetterMakesTheWholeTextTwoByte() {
        assertThat(Segments.count("a".repeat(100))).isEqualTo(1);
        assertThat(Segments.count("a".repeat(99) + "م")).isEqualTo(2);
    }

    @Test
    void aCharacterOfTheExtensionTakesTwoAndIsNotCut() {
        assertThat(Segments.count("€".repeat(80))).isEqualTo(1);
        assertThat(Segments.count("€".repeat(81))).isEqualTo(2);
        // 76 pairs and a letter fill 153; the pair that would straddle the border moves over.
        assertThat(Segments.count("€".repeat(152))).isEqualTo(2);
        assertThat(Segments.count("€".repeat(153))).isEqualTo(3);
    }

    @Test
    void aSurrogatePairIsNotCut() {
        assertThat(Segments.count("😀".repeat(35))).isEqualTo(1);
        assertThat(Segments.count("😀".repeat(66))).isEqualTo(2);
        assertThat(Segments.count("😀".repeat(67))).isEqualTo(3);
    }

    @Test
    void nothingIsOneSegment() {
        assertThat(Segments.count("")).isEqualTo(1);
    }
}
