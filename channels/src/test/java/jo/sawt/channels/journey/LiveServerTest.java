package jo.sawt.channels.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the real program tells whoever calls it wrongly or too often, what it logs, and how it stops. */
class LiveServerTest {
    private static final String ANSWERS = "/api/v1/assistant/answers";
    private static final String JSON = "application/json";

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private SawtProcess server;

    @BeforeEach
    void make() {
        server = new SawtProcess(folder).with("SAWT_RATE_LIMITS", "on");
        server.start();
    }

    @AfterEach
    void end() {
        server.close();
        http.close();
    }

    private HttpResponse<String> call(String method, String path, String type, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(path))
                .header("Accept-Language", "en")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void isProblem(HttpResponse<String> reply, int status) throws IOException {
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
        assertThat(reply.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = StaffClient.JSON.readTree(reply.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("type").asText()).isNotEmpty();
        assertThat(problem.path("title").asText()).isNotEmpty();
        assertThat(problem.path("detail").asText()).isNotEmpty();
        isProtected(reply);
    }

    private static void isProtected(HttpResponse<String> reply) {
        for (String name : List.of(
                "X-Content-Type-Options",
                "X-Frame-Options",
                "Referrer-Policy",
                "Content-Security-Policy",
                "X-Request-Id")) {
            assertThat(reply.headers().firstValue(name)).as(name).isPresent();
        }
    }

    @Test
    void aWrongRequestIsToldWhatIsWrongWithItAndABusyCallerWhenToComeBack() throws Exception {
        isProblem(call("POST", ANSWERS, JSON, "{\"text\":"), 400);
        isProblem(call("GET", "/api/v1/nowhere", "", ""), 404);
        HttpResponse<String> method = call("DELETE", "/api/v1/departments", "", "");
        isProblem(method, 405);
        assertThat(method.headers().firstValue("Allow")).contains("GET");
        isProblem(call("POST", "/api/v1/sign-in", "text/plain", "admin"), 415);
        isProblem(call("POST", "/api/v1/sign-in", JSON, "{\"username\":\"" + "x".repeat(200_000) + "\"}"), 413);
        isProblem(call("POST", "/api/v1/sign-in", JSON, "{}"), 422);
        isProblem(call("GET", "/api/v1/tickets", "", ""), 401);
        HttpResponse<String> suggested = call("GET", "/api/v1/suggest?q=passp", "", "");
        assertThat(suggested.statusCode()).isEqualTo(200);
        assertThat(StaffClient.JSON.readTree(suggested.body()).path("items")).isNotEmpty();
        isProtected(suggested);
        isProblem(call("GET", "/api/v1/drafts", "", ""), 401);
        StaffClient admin = new StaffClient(http, server).signIn("admin", SawtProcess.ADMIN_PASSWORD);
        assertThat(admin.get("/api/v1/drafts", 200).path("items")).isEmpty();

        HttpResponse<String> reply = call("GET", "/api/v1/departments", "", "");
        isProtected(reply);
        for (int i = 0; i < 1_000 && reply.statusCode() == 200; i++) {
            reply = call("GET", "/api/v1/departments", "", "");
        }
        isProblem(reply, 429);
        assertThat(Integer.parseInt(reply.headers().firstValue("Retry-After").orElseThrow()))
                .isPositive();
    }

    @Test
    void itStopsInTimeWithAMessageInHandAndLogsNothingThatACitizenSaid() throws Exception {
        String secret = "سرّ قديم رقمه +962790001234 وبريده amina.secret@example.jo";
        ChatClient citizen = new ChatClient(http, server.socket());
        citizen.connect();
        for (int i = 0; i < 5; i++) {
            citizen.say("m" + i, secret + " " + i);
        }
        citizen.awaitAck("m4");
        String session = citizen.session();

        long before = System.nanoTime();
        int code = server.stop();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
        assertThat(code).as("ended by SIGTERM, in order").isEqualTo(143);
        citizen.abort();

        server.start();
        JsonNode kept = StaffClient.JSON.readTree(call("GET", "/api/v1/chat/sessions/" + session + "/messages", "", "")
                .body());
        assertThat(kept.path("items").findValuesAsText("text").stream().filter(text -> text.startsWith(secret)))
                .hasSize(5);
        String output = server.output();
        assertThat(output).doesNotContain("+962790001234", "amina.secret", "سرّ قديم", session);
        List<String> logged =
                output.lines().filter(line -> line.startsWith("{")).toList();
        assertThat(logged).isNotEmpty();
        for (String line : logged) {
            assertThat(StaffClient.JSON.readTree(line).path("level").asText()).isNotEmpty();
        }
    }
}
