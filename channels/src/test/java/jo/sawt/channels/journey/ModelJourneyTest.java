package jo.sawt.channels.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jo.sawt.assistant.langchain.ModelPeer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program with a model server beside it: what a citizen in the chat sees of the model's words. */
class ModelJourneyTest {
    private static final String FEES = "How much does it cost to renew my passport?";
    private static final String FIRST = "Please follow this:";

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ModelPeer peer = new ModelPeer();
    private SawtProcess server;

    @BeforeEach
    void start() {
        server = new SawtProcess(
                folder, Map.of("LLM_BASE_URL", peer.url().toString(), "LLM_MODEL", "peer", "LLM_API_KEY", "none"));
        server.start();
    }

    @AfterEach
    void end() {
        server.close();
        peer.close();
        http.close();
    }

    @Test
    void checkedSentencesAreShownAsTheyComeAndTheWholeAnswerIsStored() {
        peer.says(blocks -> FIRST + "\n" + ModelPeer.block(blocks, "ANSWER"));

        Talk talk = ask();

        assertThat(talk.answer()).startsWith(FIRST + "\n");
        assertThat(talk.shown())
                .contains(FIRST)
                .allSatisfy(part -> assertThat(talk.answer()).startsWith(part));
    }

    @Test
    void lieAboutAFeeIsNeitherShownNorStored() {
        peer.says(blocks -> FIRST + "\nThe passport costs 7777.\n" + ModelPeer.block(blocks, "ANSWER"));

        Talk talk = ask();

        assertThat(talk.answer()).doesNotContain("7777").doesNotStartWith(FIRST);
        assertThat(talk.shown()).noneMatch(part -> part.contains("7777"));
        assertThat(peer.bodies()).hasSize(2);
    }

    /** What was shown while it was worded, and the answer that stands. */
    private record Talk(List<String> shown, String answer) {}

    private Talk ask() {
        ChatClient citizen = new ChatClient(http, server.socket());
        citizen.connect();
        peer.between(citizen::awaitSaying);
        citizen.say("m1", FEES);
        long asked = citizen.awaitAck("m1").path("seq").asLong();
        JsonNode answer = citizen.awaitReplyAfter(asked);
        List<String> shown = citizen.sayings();
        citizen.abort();
        return new Talk(shown, answer.path("text").asText());
    }
}
