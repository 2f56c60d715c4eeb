package jo.sawt.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Lang;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PartPropertyTest {
    @Property(tries = 300)
    void thePartsTogetherAreTheText(@ForAll("texts") String text) {
        assertThat(words(String.join(" ", parts(text, Channel.SMS)))).isEqualTo(words(text));
    }

    @Property(tries = 300)
    void noPartTakesMoreThanThreeSegments(@ForAll("texts") String text) {
        String left = text;
        while (!left.isEmpty()) {
            Part part = new Rendering(left, Lang.AR, "1").firstPart(Channel.SMS);
            assertThat(Segments.count(part.text())).isLessThanOrEqualTo(3);
            assertThat(part.text().endsWith("1 للمزيد")).isEqualTo(!part.rest().isEmpty());
            left = part.rest();
        }
    }

    @Property(tries = 200)
    void aWordLongerThanTheRoomIsCutBetweenCharacters(@ForAll("longWords") String word) {
        List<String> parts = parts(word, Channel.SMS);
        assertThat(String.join("", parts)).isEqualTo(word);
        assertThat(parts).allSatisfy(part -> {
            assertThat(Character.isLowSurrogate(part.charAt(0))).isFalse();
            assertThat(Character.isHighSurrogate(part.charAt(part.length() - 1)))
                    .isFalse();
        });
    }

    @Example
    void theCutPrefersTheEndOfASentence() {
        String first = "تحتاج إلى هوية الأحوال المدنية وصورتين شخصيتين حديثتين ودفتر العائلة الأصلي مع نسخة عنه. "
                + "الرسوم عشرون دينارا تدفع عند تقديم الطلب في المكتب.";
        String second = " ويستغرق الأمر يومي عمل من تاريخ اكتمال الوثائق المطلوبة كلها ودفع الرسوم المقررة لها كاملة.";
        Part part = new Rendering(first + second, Lang.AR, "1").firstPart(Channel.SMS);
        assertThat(part.text()).isEqualTo(first + "\n1 للمزيد");
        assertThat(part.rest()).isEqualTo(second.strip());
    }

    @Example
    void whatsAppTakesSixteenHundredCharacters() {
        assertThat(parts("كلمة ".repeat(300), Channel.WHATSAPP)).hasSize(1);
        assertThat(parts("كلمة ".repeat(400), Channel.WHATSAPP)).hasSize(2);
    }

    private static List<String> parts(String text, Channel channel) {
        List<String> parts = new ArrayList<>();
        String left = text.strip();
        while (!left.isEmpty()) {
            Part part = new Rendering(left, Lang.AR, "1").firstPart(channel);
            parts.add(
                    part.rest().isEmpty()
                            ? part.text()
                            : part.text().substring(0, part.text().length() - "\n1 للمزيد".length()));
            left = part.rest();
        }
        return parts;
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+", -1));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> word = Arbitraries.oneOf(
                Arbitraries.strings().withCharRange('ء', 'ي').ofMinLength(1).ofMaxLength(12),
                Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(9),
                Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(12),
                Arbitraries.of("😀", "👩‍👩‍👧", "€20.50", "JOD", "06-5008080."));
        Arbitrary<String> gap = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(9, Arbitraries.just(" ")), net.jqwik.api.Tuple.of(1, Arbitraries.just("\n")));
        return net.jqwik.api.Combinators.combine(word.list().ofMinSize(1).ofMaxSize(160), gap)
                .as((words, between) -> String.join(between, words));
    }

    @Provide
    Arbitrary<String> longWords() {
        return Arbitraries.of("م", "😀", "7", "ab")
                .list()
                .ofMinSize(150)
                .ofMaxSize(500)
                .map(list -> String.join("", list));
    }
}
