package jo.sawt.channels.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the registry cannot answer comes to the department that should, from a citizen's words over HTTP, in the real program. */
class GapJourneyTest {
    private static final String QUESTION = "How do I adopt a child from the orphanage, file 22-14587?";

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static SawtProcess server;

    @BeforeAll
    static void start() {
        server = new SawtProcess(folder).start();
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @AfterEach
    void leave() {
        http.close();
    }

    @Test
    void aQuestionThatCannotBeAnsweredIsTheDepartmentsUntilItIsClosed() {
        StaffClient citizen = new StaffClient(http, server);
        String session = citizen.post("/api/v1/chat/sessions", object(), 201)
                .path("session")
                .asText();
        String messages = "/api/v1/chat/sessions/" + session + "/messages";
        JsonNode ack = citizen.post(messages, object().put("clientId", "m1").put("text", QUESTION), 202);
        JsonNode reply = await(
                () -> citizen.get(messages + "?after=" + ack.path("seq").asLong(), 200)
                        .path("items"),
                items -> !items.isEmpty());
        assertThat(reply.path(0).path("from").asText()).isEqualTo("assistant");

        StaffClient admin = new StaffClient(http, server).signIn("admin", SawtProcess.ADMIN_PASSWORD);
        JsonNode found =
                await(() -> admin.get("/api/v1/gaps?status=open", 200).path("items"), items -> !items.isEmpty());
        assertThat(found).hasSize(1);
        String department = found.path(0).path("department").asText();
        assertThat(department).isNotEmpty();
        ObjectNode account = object().put("username", "gap-manager")
                .put("password", "gap-manager-password-1")
                .put("name", "مدير الدائرة")
                .put("department", department);
        account.putArray("roles").add("manager");
        admin.post("/api/v1/users", account, 201);

        StaffClient manager = new StaffClient(http, server).signIn("gap-manager", "gap-manager-password-1");
        JsonNode own = manager.get("/api/v1/gaps?department=" + department + "&sort=last", 200)
                .path("items")
                .path(0);
        assertThat(own.path("count").asInt()).isOne();
        assertThat(own.path("channels").path("web").asInt()).isOne();
        assertThat(own.path("samples").path(0).path("text").asText())
                .contains("adopt a child")
                .doesNotContain("22-14587");
        String gap = "/api/v1/gaps/" + own.path("id").asText();
        assertThat(manager.get(gap, 200).path("tickets"))
                .as("not with this department")
                .isEmpty();
        assertThat(admin.get(gap, 200).path("tickets").path(0).asText())
                .isEqualTo(ack.path("ticket").asText());
        JsonNode closed = manager.post(gap + "/close", object().put("reason", "the record is being written"), 200);
        assertThat(closed.path("status").asText()).isEqualTo("closed");
        assertThat(manager.get("/api/v1/gaps?status=open", 200).path("items")).isEmpty();
        assertThat(metrics()).contains("sawt_gap_questions", "sawt_gap_acts");
    }

    @Test
    void aTransferTeachesTheAssistantWithoutARestartAndIsForgottenWhenRemoved() {
        String complaint = "السيد سمير بدائرة الأراضي ما رد علي والمعاملة واقفة من شهر، رقمي 0791234567";
        StaffClient admin = new StaffClient(http, server).signIn("admin", SawtProcess.ADMIN_PASSWORD);
        StaffClient citizen = new StaffClient(http, server);
        String session = citizen.post("/api/v1/chat/sessions", object(), 201)
                .path("session")
                .asText();
        String messages = "/api/v1/chat/sessions/" + session + "/messages";
        String reference = citizen.post(messages, object().put("clientId", "m1").put("text", complaint), 202)
                .path("ticket")
                .asText();
        JsonNode routed = await(
                () -> admin.get("/api/v1/tickets/" + reference, 200),
                ticket -> ticket.path("status").asText().equals("with_department"));
        String before = routed.path("assignments").path(0).path("department").asText();
        String other = before.equals("dls") ? "cspd" : "dls";
        assertThat(department(citizen, complaint)).isEqualTo(before);
        admin.post(
                "/api/v1/tickets/" + reference + "/assignments/" + before + "/transfer",
                object().put("to", other).put("reason", "it is theirs"),
                200);
        await(() -> answer(citizen, complaint), answer -> departmentOf(answer).equals(other));
        JsonNode learned = admin.get("/api/v1/corrections", 200).path("items").path(0);
        assertThat(learned.path("department").asText()).isEqualTo(other);
        assertThat(learned.path("text").asText()).doesNotContain("سمير", "0791234567");
        admin.delete("/api/v1/corrections/" + learned.path("id").asText());
        await(() -> answer(citizen, complaint), answer -> departmentOf(answer).equals(before));
    }

    private static String department(StaffClient citizen, String text) {
        return departmentOf(answer(citizen, text));
    }

    private static JsonNode answer(StaffClient citizen, String text) {
        return citizen.post("/api/v1/assistant/answers", object().put("text", text), 200);
    }

    private static String departmentOf(JsonNode answer) {
        return answer.path("department").path("id").asText();
    }

    private String metrics() {
        try {
            return http.send(
                            java.net.http.HttpRequest.newBuilder(server.uri("/observe/metrics"))
                                    .build(),
                            java.net.http.HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode object() {
        return StaffClient.JSON.createObjectNode();
    }

    private static JsonNode await(Supplier<JsonNode> source, Predicate<JsonNode> wanted) {
        for (int i = 0; i < 600; i++) {
            JsonNode found = source.get();
            if (wanted.test(found)) {
                return found;
            }
            SawtProcess.pause();
        }
        throw new AssertionError("it did not come");
    }
}
