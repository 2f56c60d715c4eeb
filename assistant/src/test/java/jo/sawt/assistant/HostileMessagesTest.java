package jo.sawt.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jo.sawt.ticketing.Decision;
import jo.sawt.ticketing.Option;
import jo.sawt.ticketing.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Messages that try to break, mislead or flood get what any other message gets: a reply of the catalogue and the registry,
 * with nothing of theirs in it.
 */
class HostileMessagesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_ENTRIES = 32;
    private static final int LONGEST_ENTRY = 1_000;
    private static final int LONGEST_REPLY = 8_000;
    private static final Pattern MARKUP = Pattern.compile("<[a-z!/?]|javascript:|onerror|\\$\\{|\\{\\{|\\{0}|\\{1}");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cs}\\p{Cc}\u202A-\u202E&&[^\n]]");

    private static final Evidence EVIDENCE = new Evidence(new CitedFields(Assistants.REGISTRY));

    record Hostile(String category, String text) {
        @Override
        public String toString() {
            return category + " " + Integer.toHexString(text.hashCode());
        }
    }

    static Stream<Hostile> messages() throws IOException {
        var resource = Objects.requireNonNull(HostileMessagesTest.class.getResourceAsStream("hostile.jsonl"));
        try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            List<String> read = lines.lines().toList();
            return read.stream().map(HostileMessagesTest::hostile);
        }
    }

    private static Hostile hostile(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            String text = node.path("text").asText();
            return new Hostile(
                    node.path("category").asText(),
                    text.repeat(node.path("times").asInt(1)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void areTwoHundredOrMore() throws IOException {
        assertThat(messages().map(Hostile::text).distinct().count()).isGreaterThanOrEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void getsCalmReply(Hostile hostile) {
        calm(Assistants.sample().answer(Asked.first(hostile.text())));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void getsCalmReplyInTheMiddleOfConversation(Hostile hostile) {
        Assistant assistant = Assistants.sample();
        Asked first = Asked.first("ما هي وثائق تجديد جواز السفر؟");
        Answered before = assistant.answer(first);

        Answered answered = assistant.answer(first.then(hostile.text(), before));

        calm(answered);
        Answered after =
                assistant.answer(first.then(hostile.text(), before).then("كم رسوم تجديد جواز السفر؟", answered));
        assertThat(after.outcome()).isIn("answered", "clarify");
        calm(after);
    }

    private static void calm(Answered answered) {
        Decision decision = answered.decision();
        Reply reply = decision.reply();
        assertThat(reply.text()).isNotBlank().hasSizeLessThan(LONGEST_REPLY);
        assertThat(MARKUP.matcher(reply.text()).find())
                .as("markup in the reply")
                .isFalse();
        assertThat(UNSEEN.matcher(reply.text()).find())
                .as("unseen characters in the reply")
                .isFalse();
        assertThat(reply.options()).hasSizeLessThanOrEqualTo(5);
        assertThat(reply.options()).extracting(Option::label).noneMatch(String::isBlank);
        assertThat(decision.understanding().confidence()).isBetween(0.0, 1.0);
        Map<String, String> memory = decision.understanding().memory();
        assertThat(memory).hasSizeLessThanOrEqualTo(MOST_ENTRIES);
        assertThat(memory.values()).allMatch(value -> value.length() <= LONGEST_ENTRY);
        if (decision instanceof Decision.Answer && !reply.citations().isEmpty()) {
            assertThat(EVIDENCE.unsupported(
                            reply.text(), decision.understanding().lang(), reply.citations()))
                    .isEmpty();
        }
        assertThatCode(() -> JSON.writeValueAsString(reply.text())).doesNotThrowAnyException();
    }
}
