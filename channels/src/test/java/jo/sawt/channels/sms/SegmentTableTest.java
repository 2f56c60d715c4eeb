package jo.sawt.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jo.sawt.assistant.EveryAnswer;
import org.junit.jupiter.api.Test;

/** Every answer about every service of the sample, as SMS. */
class SegmentTableTest {
    @Test
    void everyAnswerComesInPartsOfAtMostThreeSegmentsCutBetweenWords() {
        List<EveryAnswer.Said> all = EveryAnswer.ofSample().toList();
        assertThat(all).hasSizeGreaterThan(3_000);
        assertThat(all).anySatisfy(said -> assertThat(SegmentTable.parts(said)).hasSizeGreaterThan(1));
        all.forEach(SegmentTableTest::check);
    }

    private static void check(EveryAnswer.Said said) {
        String more = SegmentTable.more(said.lang());
        List<String> parts = SegmentTable.parts(said);
        int at = 0;
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            assertThat(Segments.count(part)).as(said.toString()).isLessThanOrEqualTo(3);
            boolean last = i == parts.size() - 1;
            assertThat(part.endsWith(more)).as(said.toString()).isEqualTo(!last);
            String words = last ? part : part.substring(0, part.length() - more.length());
            assertThat(said.text().startsWith(words, at)).as(said.toString()).isTrue();
            at += words.length();
            at = last ? at : cut(said, at);
        }
        assertThat(said.text().substring(at)).as(said.toString()).isBlank();
    }

    /** The end of one part, and where the next begins: white space, not inside a number, not after a line's own number. */
    private static int cut(EveryAnswer.Said said, int end) {
        String text = said.text();
        assertThat(Character.isWhitespace(text.charAt(end))).as(said.toString()).isTrue();
        int next = end;
        while (Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        boolean sameLine = text.substring(end, next).indexOf('\n') < 0;
        assertThat(sameLine && Character.isDigit(text.charAt(end - 1)) && Character.isDigit(text.charAt(next)))
                .as(said.toString())
                .isFalse();
        String line = text.substring(text.lastIndexOf('\n', end - 1) + 1, end).strip();
        assertThat(line).as(said.toString()).doesNotMatch("\\d{1,3}[.)]|-");
        return next;
    }
}
