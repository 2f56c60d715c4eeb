package jo.sawt.channels.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jo.sawt.assistant.langchain.VectorPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program with a model of vectors and no language model beside it. */
class VectorJourneyTest {
    private static final String BIRTH = "Comment obtenir un extrait de naissance ?";
    private static final int LOOKS = 600;

    @TempDir
    Path folder;

    @Test
    void questionInAnotherLanguageIsUnderstoodAndNoTextOfTheRegistryLeavesTwice() {
        try (VectorPeer peer = new VectorPeer().means("naissance", "birth", "ولادة", "ميلاد");
                HttpClient http = HttpClient.newHttpClient();
                SawtProcess server = new SawtProcess(
                        folder, Map.of("LLM_BASE_URL", peer.url().toString(), "EMBEDDING_MODEL", "peer"))) {
            StaffClient citizen = new StaffClient(http, server.start());
            awaitBirth(citizen);
            List<String> sent = peer.texts();
            assertThat(sent).hasSizeGreaterThan(2_000);

            server.stop();
            server.start();
            awaitBirth(citizen);

            List<String> sentAfter =
                    peer.texts().subList(sent.size(), peer.texts().size());
            assertThat(sentAfter).isNotEmpty().containsOnly(BIRTH);
        }
    }

    /** Asks until there are vectors, which are made beside everything else. */
    private static void awaitBirth(StaffClient citizen) {
        JsonNode answer = asked(citizen);
        for (int look = 0; look < LOOKS && !answer.toString().contains("birth-"); look++) {
            SawtProcess.pause();
            answer = asked(citizen);
        }
        assertThat(answer.toString()).contains("birth-");
    }

    private static JsonNode asked(StaffClient citizen) {
        return citizen.post(
                "/api/v1/assistant/answers", StaffClient.JSON.createObjectNode().put("text", BIRTH), 200);
    }
}
