package jo.sawt.channels.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One citizen's way from a question to a department's answer, over real sockets, in the real program. */
class JourneyTest {
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static SawtProcess server;
    private ChatClient citizen;

    @BeforeAll
    static void start() {
        server = new SawtProcess(folder).start();
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @BeforeEach
    void come() {
        citizen = new ChatClient(http, server.socket());
    }

    @AfterEach
    void leave() {
        citizen.abort();
        http.close();
    }

    @Test
    void aQuestionIsAnsweredWithItsSource() {
        citizen.connect();
        citizen.say("q1", "بدي أجدد جواز سفري شو الأوراق؟");
        JsonNode answer =
                citizen.awaitReplyAfter(citizen.awaitAck("q1").path("seq").asLong());

        assertThat(answer.path("from").asText()).isEqualTo("assistant");
        assertThat(answer.path("citations")).anySatisfy(citation -> {
            assertThat(citation.path("id").asText()).isEqualTo("passport-renewal");
            assertThat(citation.path("field").asText()).isEqualTo("documents");
            assertThat(citation.path("version").asInt()).isPositive();
        });
        for (JsonNode document : record("passport-renewal").path("documents").path("ar")) {
            assertThat(answer.path("text").asText()).contains(document.asText());
        }
    }

    @Test
    void aComplaintReachesItsDepartmentAndComesBackAnsweredAndIsReopened() {
        StaffClient admin = staff("admin", SawtProcess.ADMIN_PASSWORD);
        ObjectNode account = StaffClient.JSON
                .createObjectNode()
                .put("username", "lands-desk")
                .put("password", "lands-desk-password-1")
                .put("name", "مكتب الأراضي")
                .put("department", "dls");
        account.putArray("roles").add("responder");
        admin.post("/api/v1/users", account, 201);

        citizen.connect();
        citizen.say("c1", "الموظف بدائرة الأراضي ما رد علي والمعاملة واقفة من شهر");
        JsonNode ack = citizen.awaitAck("c1");
        JsonNode confirmation = citizen.awaitReplyAfter(ack.path("seq").asLong());
        String reference = ack.path("ticket").asText();
        assertThat(confirmation.path("text").asText()).contains(reference);

        StaffClient responder = staff("lands-desk", "lands-desk-password-1");
        JsonNode listed =
                responder.get("/api/v1/tickets?status=with_department", 200).path("items");
        assertThat(listed)
                .anySatisfy(t -> assertThat(t.path("reference").asText()).isEqualTo(reference));
        JsonNode ticket = responder.get("/api/v1/tickets/" + reference, 200);
        assertThat(ticket.path("kind").asText()).isEqualTo("COMPLAINT");
        assertThat(ticket.path("department")
                        .path("id")
                        .asText(ticket.path("department").asText()))
                .isEqualTo("dls");
        assertThat(ticket.path("clocks").path("resolutionDueAt").asText()).isNotEmpty();

        String text = "أنجزت معاملتك اليوم، ويمكنك استلام السند من المكتب.";
        responder.post(
                "/api/v1/tickets/" + reference + "/assignments/dls/answer",
                StaffClient.JSON.createObjectNode().put("text", text).put("outcome", "done"),
                200);
        JsonNode answer = citizen.awaitEntry(e -> e.path("from").asText().equals("department"));
        assertThat(answer.path("text").asText()).contains(text);

        StaffClient anybody = new StaffClient(http, server);
        String tracking = "/api/v1/tracking/" + reference;
        JsonNode tracked = anybody.get(tracking + "?proof=" + citizen.session(), 200);
        assertThat(tracked.path("status").asText()).isEqualTo("resolved");
        assertThat(tracked.path("timeline").toString()).contains(text);
        assertThat(anybody.get(tracking, 200).has("timeline")).isFalse();

        anybody.post(
                tracking + "/reopen?proof=" + citizen.session(),
                StaffClient.JSON
                        .createObjectNode()
                        .put("reason", "لم أستلم السند")
                        .put("proof", citizen.session()),
                200);
        JsonNode reopened = responder.get("/api/v1/tickets/" + reference, 200);
        assertThat(reopened.path("status").asText()).isEqualTo("with_department");
        assertThat(reopened.path("timeline")).anySatisfy(e -> {
            assertThat(e.path("type").asText()).isEqualTo("event");
            assertThat(e.toString()).contains("resolved", "with_department");
        });
    }

    private StaffClient staff(String username, String password) {
        return new StaffClient(http, server).signIn(username, password);
    }

    private JsonNode record(String id) {
        return new StaffClient(http, server).get("/api/v1/services/" + id, 200);
    }
}
