package jo.sawt.channels.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two programs on one store: what an editor publishes at the one is answered by the other. */
class TwoNodesTest {
    private static final String QUESTION = "كم رسوم تجديد جواز السفر؟";
    private static final String RENEWAL = "/api/v1/services/passport-renewal";
    private static final int LOOKS = 400;

    @TempDir
    Path one;

    @TempDir
    Path other;

    private static SawtProcess node(Path folder, MongoServer store) {
        return new SawtProcess(folder, Map.of("MONGODB_URI", store.getConnectionString() + "/two_nodes")).start();
    }

    private static JsonNode once(Supplier<JsonNode> look, Predicate<JsonNode> wanted) {
        JsonNode seen = look.get();
        for (int i = 0; i < LOOKS && !wanted.test(seen); i++) {
            SawtProcess.pause();
            seen = look.get();
        }
        assertThat(wanted.test(seen)).as(seen.toString()).isTrue();
        return seen;
    }

    private static JsonNode asked(StaffClient node) {
        return node.post(
                "/api/v1/assistant/answers", StaffClient.JSON.createObjectNode().put("text", QUESTION), 200);
    }

    @Test
    void aFeeChangedAtOneIsFoundAndCitedByTheOtherWhichStillTellsYesterdays() {
        MongoServer store = new MongoServer(H2Backend.inMemory());
        store.bind();
        try (HttpClient http = HttpClient.newHttpClient();
                SawtProcess first = node(one, store);
                SawtProcess second = node(other, store)) {
            StaffClient editor = new StaffClient(http, first).signIn("admin", SawtProcess.ADMIN_PASSWORD);
            StaffClient reader = new StaffClient(http, second);
            LocalDate today = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneId.of("Asia/Amman"));
            JsonNode old = reader.get(RENEWAL, 200);
            assertThat(asked(reader).at("/citations/0/version").asInt()).isEqualTo(1);
            ObjectNode dearer = old.deepCopy();
            ((ObjectNode) dearer.withArray("fees").get(0)).put("amount", 61.375);

            editor.put(RENEWAL, dearer.put("reason", "نظام رسوم جديد"), 200);

            JsonNode answer =
                    once(() -> asked(reader), it -> it.path("answer").asText().contains("61.375"));
            assertThat(answer.path("citations")).anySatisfy(citation -> {
                assertThat(citation.path("field").asText()).isEqualTo("fees");
                assertThat(citation.path("version").asInt()).isEqualTo(2);
                assertThat(citation.path("effectiveFrom").asText()).isEqualTo(today.toString());
            });
            String search = "/api/v1/search?type=service&q=" + URLEncoder.encode(QUESTION, StandardCharsets.UTF_8);
            assertThat(reader.get(search, 200).at("/items/0/id").asText()).isEqualTo("passport-renewal");
            assertThat(reader.get(search, 200).at("/items/0/version").asInt()).isEqualTo(2);
            JsonNode yesterday = reader.get(RENEWAL + "?at=" + today.minusDays(1), 200);
            assertThat(yesterday.path("version").asInt()).isEqualTo(1);
            assertThat(yesterday.path("fees")).isEqualTo(old.path("fees"));
        } finally {
            store.shutdownNow();
        }
    }
}
