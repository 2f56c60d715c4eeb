package jo.sawt.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Decision;
import jo.sawt.ticketing.InboundMessage.Content;
import jo.sawt.ticketing.Kind;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Reply;
import jo.sawt.ticketing.Understanding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NationalNumbersTest {
    @ParameterizedTest
    @ValueSource(strings = {"رقمي الوطني 9901012345", "٩٩٠١٠١٢٣٤٥", "national no 200-123-4567", "2001234567."})
    void aNationalNumberIsSeen(String text) {
        assertThat(NationalNumbers.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0791234567",
                "+962791234567",
                "00962791234567",
                "12345678901",
                "990101234",
                "99010123456",
                "5 دنانير"
            })
    void aPhoneOrAnotherNumberIsNone(String text) {
        assertThat(NationalNumbers.isIn(text)).isFalse();
    }

    @Test
    void whoeverWritesOneInAChatIsAskedNotTo() {
        Understanding understood = new Understanding(
                Lang.EN, Kind.INQUIRY, Optional.empty(), Optional.empty(), Optional.empty(), 1, Map.of());
        Decision answer = new Decision.Answer(understood, Reply.of("Five days."));
        Content content = new Content.Words("my number is 9901012345");
        assertThat(NationalNumbers.warned(content, Channel.WEB, answer).reply().text())
                .startsWith("Please do not write your national number")
                .endsWith("Five days.")
                .doesNotContain("9901012345");
        assertThat(NationalNumbers.warned(content, Channel.EMAIL, answer)).isEqualTo(answer);
        assertThat(NationalNumbers.warned(new Content.Words("hello"), Channel.WEB, answer))
                .isEqualTo(answer);
    }
}
