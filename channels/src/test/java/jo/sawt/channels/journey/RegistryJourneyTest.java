package jo.sawt.channels.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an editor changes and what citizens confirm reaches the answers at once, in the real program. */
class RegistryJourneyTest {
    private static final String RENEWAL = "/api/v1/services/passport-renewal";

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static SawtProcess server;
    private StaffClient admin;

    @BeforeAll
    static void start() {
        server = new SawtProcess(folder).start();
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @BeforeEach
    void signIn() {
        admin = new StaffClient(http, server).signIn("admin", SawtProcess.ADMIN_PASSWORD);
    }

    @AfterEach
    void leave() {
        http.shutdownNow(); // a test that failed leaves its socket open
    }

    private JsonNode asked(String question) {
        return new StaffClient(http, server)
                .post(
                        "/api/v1/assistant/answers",
                        StaffClient.JSON.createObjectNode().put("text", question),
                        200);
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneId.of("Asia/Amman"));
    }

    @Test
    void aChangedFeeIsCitedInTheNextAnswerAndYesterdaysCanStillBeAskedFor() {
        String question = "كم رسوم تجديد جواز السفر؟";
        JsonNode before = asked(question);
        assertThat(before.at("/service/id").asText()).isEqualTo("passport-renewal");
        assertThat(before.at("/citations/0/version").asInt()).isEqualTo(1);
        JsonNode old = admin.get(RENEWAL, 200);
        ObjectNode dearer = old.deepCopy();
        ((ObjectNode) dearer.withArray("fees").get(0)).put("amount", 61.375);

        admin.put(RENEWAL, dearer.put("reason", "نظام رسوم جديد"), 200);

        JsonNode after = asked(question);
        assertThat(after.path("answer").asText()).contains("61.375");
        assertThat(after.path("citations")).anySatisfy(citation -> {
            assertThat(citation.path("id").asText()).isEqualTo("passport-renewal");
            assertThat(citation.path("field").asText()).isEqualTo("fees");
            assertThat(citation.path("version").asInt()).isEqualTo(2);
            assertThat(citation.path("effectiveFrom").asText()).isEqualTo(today().toString());
        });
        JsonNode found =
                admin.get("/api/v1/search?type=service&q=" + URLEncoder.encode(question, StandardCharsets.UTF_8), 200);
        assertThat(found.at("/items/0/version").asInt()).isEqualTo(2);
        assertThat(found.at("/items/0/highlights")).isNotEmpty();
        JsonNode yesterday = admin.get(RENEWAL + "?at=" + today().minusDays(1), 200);
        assertThat(yesterday.path("version").asInt()).isEqualTo(1);
        assertThat(yesterday.path("fees")).isEqualTo(old.path("fees"));

        ObjectNode planned = admin.get(RENEWAL, 200).deepCopy();
        ((ObjectNode) planned.withArray("fees").get(0)).put("amount", 70);
        admin.put(RENEWAL, planned.put("effectiveFrom", today().plusDays(1).toString()), 200);
        assertThat(asked(question).path("answer").asText()).contains("61.375");
        assertThat(admin.get(RENEWAL + "?at=" + today().plusDays(1), 200)
                        .at("/fees/0/amount")
                        .asInt())
                .isEqualTo(70);
    }

    @Test
    void whatCitizensConfirmBecomesAWayOfAskingByOneActOfAnEditor() {
        ChatClient citizen = new ChatClient(http, server.socket());
        citizen.connect();
        citizen.say("q1", "بدي بدل فاقد لو سمحتوا يا جماعة");
        JsonNode choice =
                citizen.awaitReplyAfter(citizen.awaitAck("q1").path("seq").asLong());
        assertThat(choice.path("options")).isNotEmpty();
        String picked = choice.at("/options/0/id").asText();
        citizen.send(ChatClient.frame("option").put("clientId", "o1").put("id", picked));
        citizen.awaitReplyAfter(citizen.awaitAck("o1").path("seq").asLong());

        String candidates = "/api/v1/utterances/candidates?service=" + picked;
        JsonNode heard = admin.get(candidates, 200).at("/items/0");
        assertThat(heard.path("text").asText()).isEqualTo("بدي بدل فاقد لو سمحتوا يا جماعة");
        assertThat(heard.at("/sources/0/confirmed").asText()).isEqualTo("option");
        assertThat(heard.at("/sources/0/channel").asText()).isEqualTo("web");

        String accept = "/api/v1/utterances/candidates/" + heard.path("id").asText() + "/accept";
        admin.post(accept, StaffClient.JSON.createObjectNode(), 200);

        assertThat(admin.get(candidates, 200).path("items")).isEmpty();
        assertThat(admin.get("/api/v1/services/" + picked + "/utterances?limit=200&register=jordanian", 200)
                        .toString())
                .contains("بدي بدل فاقد لو سمحتوا يا جماعة");
        citizen.abort();
    }

    @Test
    void aWellRatedQuestionIsHeardWithoutWhoAskedIt() {
        ChatClient citizen = new ChatClient(http, server.socket());
        citizen.connect();
        citizen.say("q1", "شو الأوراق لتجديد جواز السفر؟ وهاد رقمي 0791234567");
        citizen.awaitReplyAfter(citizen.awaitAck("q1").path("seq").asLong());
        citizen.send(ChatClient.frame("rate")
                .put("solution", 5)
                .put("classification", 5)
                .put("response", 4));

        String candidates = "/api/v1/utterances/candidates?service=passport-renewal";
        JsonNode heard = admin.get(candidates, 200).path("items");
        for (int i = 0; i < 200 && heard.isEmpty(); i++) {
            SawtProcess.pause();
            heard = admin.get(candidates, 200).path("items");
        }

        assertThat(heard.at("/0/service").asText()).isEqualTo("passport-renewal");
        assertThat(heard.at("/0/text").asText()).contains("[PHONE_1]").doesNotContain("0791234567");
        citizen.abort();
    }

    @Test
    void thanksRightAfterAnAnswerMakeItsQuestionACandidate() {
        ChatClient citizen = new ChatClient(http, server.socket());
        citizen.connect();
        String candidates = "/api/v1/utterances/candidates?service=id-card-renewal";
        citizen.say("q1", "كم رسوم تجديد الهوية يا جماعة الخير؟ رقمي 0791234567");
        citizen.awaitReplyAfter(citizen.awaitAck("q1").path("seq").asLong());
        citizen.say("n1", "لا شكرا");
        citizen.awaitReplyAfter(citizen.awaitAck("n1").path("seq").asLong());
        assertThat(admin.get(candidates, 200).path("items")).isEmpty();
        citizen.say("q2", "كم رسوم تجديد الهوية يا جماعة الخير؟ رقمي 0791234567");
        citizen.awaitReplyAfter(citizen.awaitAck("q2").path("seq").asLong());

        citizen.say("y1", "اه تمام، هيك واضح. شكرا كتير");
        citizen.awaitReplyAfter(citizen.awaitAck("y1").path("seq").asLong());

        JsonNode heard = admin.get(candidates, 200).path("items");
        assertThat(heard).hasSize(1);
        assertThat(heard.at("/0/text").asText())
                .contains("تجديد الهوية", "[PHONE_1]")
                .doesNotContain("0791234567");
        assertThat(heard.at("/0/facet").asText()).isEqualTo("fees");
        assertThat(heard.at("/0/sources/0/confirmed").asText()).isEqualTo("helped");
        assertThat(heard.at("/0/sources/0/channel").asText()).isEqualTo("web");
        citizen.abort();
    }
}
