package jo.sawt.channels.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import jo.sawt.ticketing.Author;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Contact;
import jo.sawt.ticketing.Rating;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChatRoutesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private ScriptedDesk desk;
    private ChatServer server;

    @BeforeEach
    void start() {
        desk = new ScriptedDesk();
        server = new ChatServer(desk);
    }

    @AfterEach
    void stop() {
        server.close();
        desk.close();
    }

    @Test
    void aSessionIsOpenedWrittenToAndRead() throws Exception {
        String session = open();
        HttpResponse<String> taken = post(session, "messages", "{\"clientId\":\"a\",\"text\":\"مرحبا\"}");
        assertThat(taken.statusCode()).isEqualTo(202);
        JsonNode ack = JSON.readTree(taken.body());
        assertThat(ack.path("type").asText()).isEqualTo("ack");
        assertThat(ack.path("clientId").asText()).isEqualTo("a");
        assertThat(ack.path("seq").asLong()).isEqualTo(1);
        JsonNode list = until(session, 2);
        assertThat(list.path("items").get(0).path("from").asText()).isEqualTo("citizen");
        assertThat(list.path("items").get(1).path("from").asText()).isEqualTo("assistant");
        assertThat(list.path("next").isNull()).isTrue();
        assertThat(list.path("ticket")).isEqualTo(ack.path("ticket"));
        assertThat(read(session, "?after=1").path("items")).hasSize(1);
        JsonNode page = read(session, "?limit=1");
        assertThat(page.path("items")).hasSize(1);
        assertThat(read(session, "?cursor=" + page.path("next").asText())
                        .path("items")
                        .get(0)
                        .path("seq")
                        .asLong())
                .isEqualTo(2);
    }

    @Test
    void fiftyEqualMessagesAtOnceAreOneEntryAndFiftyEqualAnswers() throws Exception {
        String session = open();
        List<CompletableFuture<HttpResponse<String>>> all = IntStream.range(0, 50)
                .mapToObj(i -> HTTP.sendAsync(
                        request(session, "messages", "{\"clientId\":\"same\",\"text\":\"مرة\"}"),
                        HttpResponse.BodyHandlers.ofString()))
                .toList();
        Set<String> answers = new HashSet<>();
        for (CompletableFuture<HttpResponse<String>> one : all) {
            assertThat(one.get().statusCode()).isEqualTo(202);
            answers.add(one.get().body());
        }
        assertThat(answers).hasSize(1);
        assertThat(read(session, "").path("items").findValuesAsText("from").stream()
                        .filter("citizen"::equals))
                .hasSize(1);
    }

    @Test
    void anOptionAPersonAndARatingGoOverHttpToo() throws Exception {
        String session = open();
        assertThat(post(session, "rating", "{\"solution\":1,\"classification\":2,\"response\":3}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(post(session, "options", "{\"clientId\":\"a\",\"id\":\"passport-renewal\"}")
                        .statusCode())
                .isEqualTo(202);
        assertThat(post(session, "human", "{\"clientId\":\"b\"}").statusCode()).isEqualTo(202);
        assertThat(post(session, "rating", "{\"solution\":1,\"classification\":2,\"response\":3}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(desk.ratings).containsExactly(new Rating(1, 2, 3));
    }

    @Test
    void whatCannotBeTakenIsRefusedByItsKind() throws Exception {
        String session = open();
        assertThat(post(session, "messages", "{").statusCode()).isEqualTo(400);
        assertThat(post(session, "messages", "{\"clientId\":\"a\"}").statusCode())
                .isEqualTo(422);
        assertThat(post(session, "messages", "{\"clientId\":\"a\",\"text\":\"" + "x".repeat(300_000) + "\"}")
                        .statusCode())
                .isEqualTo(413);
        assertThat(post("nobody", "messages", "{\"clientId\":\"a\",\"text\":\"x\"}")
                        .statusCode())
                .isEqualTo(404);
        HttpRequest form = HttpRequest.newBuilder(server.http("/api/v1/chat/sessions/" + session + "/messages"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("text=x"))
                .build();
        assertThat(send(form).statusCode()).isEqualTo(415);
        assertThat(get("/api/v1/chat/sessions/" + session + "/messages?after=-1")
                        .statusCode())
                .isEqualTo(400);
        desk.away = true;
        HttpResponse<String> away = post(session, "messages", "{\"clientId\":\"a\",\"text\":\"x\"}");
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.headers().firstValue("Retry-After")).isPresent();
        assertThat(get("/api/v1/chat/sessions/" + session + "/messages").statusCode())
                .isEqualTo(503);
    }

    @Test
    void aStreamGoesOnAfterTheLastEventThatItsReaderSaw() throws Exception {
        String session = open();
        Contact contact = new Contact(Channel.WEB, session);
        for (int i = 1; i <= 5; i++) {
            desk.say(contact, Author.AGENT, "سامي", "رقم " + i);
        }
        try (BufferedReader events = stream(session, Optional.of("3"))) {
            assertThat(ids(events, 2)).containsExactly("4", "5");
            desk.say(contact, Author.AGENT, "سامي", "وهذه الآن");
            assertThat(ids(events, 1)).containsExactly("6");
        }
    }

    @Test
    void aQuietStreamIsKeptAliveAndEndsWithTheServer() throws Exception {
        String session = open();
        WebChatSettings quick = new WebChatSettings(Set.of(), true, 10, Duration.ofMillis(100));
        try (ChatServer other = new ChatServer(desk, desk, quick, 0)) {
            HttpRequest request = HttpRequest.newBuilder(other.http("/api/v1/chat/sessions/" + session + "/messages"))
                    .header("Accept", "text/event-stream")
                    .build();
            HttpResponse<java.io.InputStream> response = HTTP.send(request, HttpResponse.BodyHandlers.ofInputStream());
            assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
            try (BufferedReader lines = reader(response)) {
                assertThat(lines.readLine()).isEqualTo("event:pong");
                other.chat.close();
                assertThat(lines.lines().allMatch(line -> line.isEmpty() || line.contains("pong")))
                        .isTrue();
            }
        }
    }

    @Test
    void thePageAndTheWidgetAreServedWithTheirTagsAndAStrictPolicy() throws Exception {
        HttpResponse<String> page = get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe-inline");
        assertThat(page.body()).doesNotContain("<style", "style=", "onclick");
        HttpResponse<String> widget = get("/widget.js");
        assertThat(widget.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        String tag = widget.headers().firstValue("ETag").orElseThrow();
        HttpRequest again = HttpRequest.newBuilder(server.http("/widget.js"))
                .header("If-None-Match", tag)
                .build();
        assertThat(send(again).statusCode()).isEqualTo(304);
        JsonNode english = JSON.readTree(get("/widget/texts-en.json").body());
        JsonNode arabic = JSON.readTree(get("/widget/texts-ar.json").body());
        assertThat(english.path("send").asText()).isEqualTo("Send");
        assertThat(english.path("version").asText()).isEqualTo("version {0}");
        assertThat(arabic.path("send").asText()).isEqualTo("إرسال");
    }

    @Test
    void anotherSiteMayCallTheChatWhereSitesAreNotNamed() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.http("/api/v1/chat/sessions"))
                .header("Origin", "https://portal.example")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> reply = send(request);
        assertThat(reply.statusCode()).isEqualTo(201);
        assertThat(reply.headers().firstValue("Access-Control-Allow-Origin")).isPresent();
        assertThat(get("/chat").statusCode()).isEqualTo(426);
    }

    private String open() throws IOException, InterruptedException {
        HttpResponse<String> reply = send(HttpRequest.newBuilder(server.http("/api/v1/chat/sessions"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
        assertThat(reply.statusCode()).isEqualTo(201);
        return JSON.readTree(reply.body()).path("session").asText();
    }

    private JsonNode until(String session, int entries) {
        return await().until(() -> read(session, ""), list -> list.path("items").size() >= entries);
    }

    private JsonNode read(String session, String query) throws IOException, InterruptedException {
        return JSON.readTree(
                get("/api/v1/chat/sessions/" + session + "/messages" + query).body());
    }

    private BufferedReader stream(String session, Optional<String> lastEvent) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        server.http("/api/v1/chat/sessions/" + session + "/messages"))
                .header("Accept", "text/event-stream");
        lastEvent.ifPresent(id -> request.header("Last-Event-ID", id));
        return reader(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    }

    private static BufferedReader reader(HttpResponse<java.io.InputStream> response) {
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    private static List<String> ids(BufferedReader events, int count) throws IOException {
        List<String> ids = new ArrayList<>();
        while (ids.size() < count) {
            String line = events.readLine();
            if (line == null) {
                throw new AssertionError("the stream ended early");
            }
            if (line.startsWith("id:")) {
                ids.add(line.substring(3).strip());
            }
        }
        return ids;
    }

    private HttpResponse<String> post(String session, String what, String body)
            throws IOException, InterruptedException {
        return send(request(session, what, body));
    }

    private HttpRequest request(String session, String what, String body) {
        return HttpRequest.newBuilder(server.http("/api/v1/chat/sessions/" + session + "/" + what))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(server.http(path)).build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
