package jo.sawt.channels.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Contact;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChatSocketBoundsTest {
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
    void nothingIsTakenBeforeHello() {
        try (ChatClient client = ChatClient.open(server)) {
            client.message("c1", "بلا سلام");
            JsonNode error = client.next();
            assertThat(error.path("type").asText()).isEqualTo("error");
            assertThat(error.path("clientId").asText()).isEqualTo("c1");
            assertThat(error.path("code").asText()).isEqualTo("hello_first");
            client.send("{\"type\":\"hello\",\"lang\":\"en\"}");
            client.next("welcome");
            client.send("{\"type\":\"ping\"}");
            client.next("pong");
        }
    }

    @Test
    void whatCannotBeReadIsRefusedInTheCitizensLanguageAndTheConnectionStays() {
        try (ChatClient client = ChatClient.open(server)) {
            client.send("{\"type\":\"hello\",\"lang\":\"en\"}");
            client.next("welcome");
            assertThat(code(client, "{")).isEqualTo("bad_json");
            assertThat(code(client, "[]")).isEqualTo("bad_json");
            assertThat(code(client, "{} {}")).isEqualTo("bad_json");
            assertThat(code(client, "[".repeat(5_000))).isEqualTo("bad_json");
            assertThat(code(client, "{\"no\":\"type\"}")).isEqualTo("missing");
            assertThat(code(client, "{\"type\":\"dance\"}")).isEqualTo("unknown_type");
            assertThat(code(client, "{\"type\":\"message\",\"text\":\"x\"}")).isEqualTo("missing");
            assertThat(code(client, "{\"type\":\"message\",\"clientId\":\"" + "x".repeat(101) + "\",\"text\":\"x\"}"))
                    .isEqualTo("invalid");
            assertThat(code(client, "{\"type\":\"message\",\"clientId\":\"a\"}"))
                    .isEqualTo("missing");
            assertThat(code(client, "{\"type\":\"message\",\"clientId\":\"a\",\"text\":\" \\n\"}"))
                    .isEqualTo("empty");
            assertThat(code(client, "{\"type\":\"message\",\"clientId\":\"a\",\"text\":\"" + "ش".repeat(8_001) + "\"}"))
                    .isEqualTo("too_long");
            assertThat(code(client, "{\"type\":\"option\",\"clientId\":\"a\"}")).isEqualTo("missing");
            assertThat(code(client, "{\"type\":\"rate\",\"solution\":6,\"classification\":1,\"response\":1}"))
                    .isEqualTo("invalid");
            assertThat(code(client, "{\"type\":\"rate\",\"solution\":5,\"classification\":1,\"response\":1}"))
                    .isEqualTo("nothing_to_rate");
            assertThat(code(client, "{\"type\":\"message\",\"clientId\":\"a\",\"text\":\"ممنوع\"}"))
                    .isEqualTo("error.internal");
            client.send("{\"type\":\"message\",\"clientId\":\"a\"}");
            assertThat(client.next().path("detail").asText()).isEqualTo("The field text is required.");
        }
    }

    @Test
    void theLongestMessageFitsHoweverItIsEscaped() {
        try (ChatClient client = ChatClient.hello(server)) {
            client.next("welcome");
            client.send("{\"type\":\"message\",\"clientId\":\"a\",\"text\":\"" + "\\u0634".repeat(8_000) + "\"}");
            assertThat(client.next("ack").path("seq").asLong()).isEqualTo(1);
            client.socket
                    .sendText("{\"type\":\"message\",\"clientId\":\"b\",", false)
                    .join();
            client.socket.sendText("\"text\":\"in two parts\"}", true).join();
            assertThat(client.next("ack").path("clientId").asText()).isEqualTo("b");
        }
    }

    @Test
    void halfACharacterIsReplacedAndTheRestKept() {
        try (ChatClient client = ChatClient.hello(server)) {
            Contact contact = contact(client.next("welcome"));
            client.send("{\"type\":\"message\",\"clientId\":\"a\",\"text\":\"قبل\\ud83dبعد\"}");
            client.next("ack");
            assertThat(desk.conversation(contact, 0)
                            .entries()
                            .getFirst()
                            .reply()
                            .text())
                    .isEqualTo("قبل\uFFFDبعد");
        }
    }

    @Test
    void anOversizeFrameABinaryFrameAndAFloodEndTheConnectionWithTheirReason() throws Exception {
        try (ChatClient big = ChatClient.hello(server);
                ChatClient binary = ChatClient.hello(server);
                ChatClient flood = ChatClient.hello(server)) {
            big.send("x".repeat(ChatSocket.LONGEST_FRAME + 1));
            assertThat(big.next("error").path("code").asText()).isEqualTo("too_big");
            assertThat(big.closed.get(5, TimeUnit.SECONDS)).isEqualTo(1009);
            binary.socket.sendBinary(ByteBuffer.wrap(new byte[] {1}), true).join();
            assertThat(binary.next("error").path("code").asText()).isEqualTo("binary");
            assertThat(binary.closed.get(5, TimeUnit.SECONDS)).isEqualTo(1003);
            for (int i = 0; i < 600 && !flood.closed.isDone(); i++) {
                try {
                    flood.send("{\"type\":\"ping\"}");
                } catch (CompletionException alreadyClosed) {
                    break;
                }
            }
            assertThat(flood.next("error").path("code").asText()).isEqualTo("flood");
            assertThat(flood.closed.get(5, TimeUnit.SECONDS)).isEqualTo(1008);
        }
    }

    @Test
    void whoWritesTooFastIsToldSoAndNothingOfItIsStored() {
        desk.answerAfterMillis = 60_000;
        try (ChatClient client = ChatClient.hello(server)) {
            Contact contact = contact(client.next("welcome"));
            int stored = 0;
            int limited = 0;
            for (int i = 0; i < RateLimits.BURST + 20; i++) {
                client.message("c" + i, "سريع");
            }
            for (int i = 0; i < RateLimits.BURST + 20; i++) {
                JsonNode reply = client.next(frame ->
                        Set.of("ack", "error").contains(frame.path("type").asText()));
                if (reply.path("type").asText().equals("ack")) {
                    stored++;
                } else {
                    assertThat(reply.path("code").asText()).isEqualTo("rate_limited");
                    limited++;
                }
            }
            assertThat(limited).isGreaterThan(10);
            assertThat(desk.conversation(contact, 0).seq()).isEqualTo(stored);
        }
    }

    @Test
    void aPageOfAnotherSiteIsRefusedWhereSitesAreNamed() {
        WebChatSettings settings =
                new WebChatSettings(Set.of("https://portal.example"), true, 100, Duration.ofSeconds(30));
        try (ChatServer named = new ChatServer(desk, desk, settings, 0)) {
            assertThatThrownBy(() -> withOrigin(named, "https://evil.example"))
                    .cause()
                    .isInstanceOfSatisfying(
                            WebSocketHandshakeException.class,
                            refused -> assertThat(refused.getResponse().statusCode())
                                    .isEqualTo(403));
            withOrigin(named, "https://portal.example").abort();
            withOrigin(named, "http://127.0.0.1:" + named.port()).abort();
        }
    }

    @Test
    void beyondTheRoomThereIsSomebodyToComeBackLater() throws Exception {
        WebChatSettings settings = new WebChatSettings(Set.of(), true, 1, Duration.ofSeconds(30));
        try (ChatServer small = new ChatServer(desk, desk, settings, 0);
                ChatClient first = ChatClient.hello(small)) {
            first.next("welcome");
            try (ChatClient second = ChatClient.open(small)) {
                assertThat(second.closed.get(5, TimeUnit.SECONDS)).isEqualTo(1013);
            }
        }
    }

    private static WebSocket withOrigin(ChatServer server, String origin) {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Origin", origin)
                .buildAsync(server.socket(), new WebSocket.Listener() {})
                .join();
    }

    private static String code(ChatClient client, String frame) {
        client.send(frame);
        return client.next("error").path("code").asText();
    }

    private static Contact contact(JsonNode welcome) {
        return new Contact(Channel.WEB, welcome.path("session").asText());
    }
}
