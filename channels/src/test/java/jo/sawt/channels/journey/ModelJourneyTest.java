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
    private static final String BOAT = "How do I register a boat on the Dead Sea?";
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

    @Test
    void modelOpensATicketAsTheAssistantWouldAndTracksItOnTheProofOfTheChatAlone() {
        ChatClient citizen = new ChatClient(http, server.socket());
        citizen.connect();
        peer.callsOnce(
                "open_ticket",
                "{\"kind\":\"COMPLAINT\",\"what\":\"the Department of Lands and Survey does not answer me and my deed has not been registered\",\"where\":\"\",\"when\":\"\"}");
        citizen.say("m1", BOAT);
        JsonNode ack = citizen.awaitAck("m1");
        String reference = ack.path("ticket").asText();
        assertThat(citizen.awaitReplyAfter(ack.path("seq").asLong())
                        .path("text")
                        .asText())
                .contains(reference);
        JsonNode opened = new StaffClient(http, server)
                .signIn("admin", SawtProcess.ADMIN_PASSWORD)
                .get("/api/v1/tickets/" + reference, 200);
        assertThat(opened.path("kind").asText()).isEqualTo("COMPLAINT");

        ChatClient other = new ChatClient(http, server.socket());
        other.connect();
        String track = "{\"reference\":\"[REFERENCE_1]\",\"proof\":\"[PROOF_2]\"}";
        String question = "Where is my request " + reference + "? The proof is ";
        peer.callsOnce("track", track).says(blocks -> "{\"source\":\"\",\"answer\":\"\"}");
        JsonNode untold = say(other, "t1", question + "AbCdEfGh12345678AbCdEf");
        assertThat(untold.path("text").asText()).contains("tracking page");
        peer.callsOnce("track", track);
        JsonNode told = say(other, "t2", question + citizen.session());
        assertThat(told.path("text").asText()).contains(reference, "A reply is due by");
        assertThat(peer.bodies()).noneMatch(body -> body.contains(citizen.session()) || body.contains(reference));
        citizen.abort();
        other.abort();
    }

    /** The assistant's reply to a message. */
    private static JsonNode say(ChatClient citizen, String clientId, String text) {
        citizen.say(clientId, text);
        return citizen.awaitReplyAfter(citizen.awaitAck(clientId).path("seq").asLong());
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
