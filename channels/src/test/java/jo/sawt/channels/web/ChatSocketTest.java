package jo.sawt.channels.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import jo.sawt.ticketing.Author;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Contact;
import jo.sawt.ticketing.Rating;
import jo.sawt.ticketing.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChatSocketTest {
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
    void aNewCitizenIsWelcomedWithASessionOfTheirOwn() {
        try (ChatClient first = ChatClient.hello(server);
                ChatClient second = ChatClient.hello(server)) {
            JsonNode welcome = first.next();
            assertThat(welcome.path("type").asText()).isEqualTo("welcome");
            assertThat(welcome.path("session").asText()).matches("[A-Za-z0-9_-]{32}");
            assertThat(welcome.path("ticket").isNull()).isTrue();
            assertThat(welcome.path("seq").asLong(-1)).isZero();
            assertThat(second.next().path("session")).isNotEqualTo(welcome.path("session"));
        }
    }

    @Test
    void aQuestionIsAcknowledgedThenTypedThenAnswered() {
        desk.answerAfterMillis = 300;
        try (ChatClient client = ChatClient.hello(server)) {
            client.next("welcome");
            client.message("c1", "شو الأوراق؟");
            JsonNode ack = client.next();
            assertThat(ack.path("type").asText()).isEqualTo("ack");
            assertThat(ack.path("clientId").asText()).isEqualTo("c1");
            assertThat(ack.path("seq").asLong()).isEqualTo(1);
            assertThat(client.next("status").path("ticket")).isEqualTo(ack.path("ticket"));
            client.next("typing");
            JsonNode answer = client.next();
            assertThat(answer.path("type").asText()).isEqualTo("message");
            assertThat(answer.path("seq").asLong()).isEqualTo(2);
            assertThat(answer.path("from").asText()).isEqualTo("assistant");
            assertThat(answer.path("at").asText()).isEqualTo("2026-05-03T08:00:00Z");
            assertThat(answer.path("citations").get(0).toString())
                    .isEqualTo("{\"type\":\"service\",\"id\":\"passport-renewal\",\"version\":3,"
                            + "\"field\":\"documents\",\"effectiveFrom\":\"2026-01-01\"}");
        }
    }

    @Test
    void anOptionAndTheWishForAPersonAreMessagesToo() {
        try (ChatClient client = ChatClient.hello(server)) {
            client.message("c1", ScriptedDesk.ASK_BACK);
            JsonNode options = client.next("message").path("options");
            assertThat(options).hasSize(2);
            client.send("{\"type\":\"option\",\"clientId\":\"c2\",\"id\":\"passport-renewal\"}");
            assertThat(client.next("ack").path("seq").asLong()).isEqualTo(3);
            client.send("{\"type\":\"human\",\"clientId\":\"c3\"}");
            assertThat(client.next("ack").path("clientId").asText()).isEqualTo("c3");
        }
    }

    @Test
    void whatStaffWriteAndWhereTheTicketStandsComesLive() {
        try (ChatClient client = ChatClient.hello(server)) {
            Contact contact = contact(client.next("welcome"));
            client.message("c1", "سؤال");
            client.next("message");
            desk.say(contact, Author.DEPARTMENT, "دائرة الأراضي والمساحة", "تم إنجاز معاملتك");
            JsonNode reply = client.next("message");
            assertThat(reply.path("name").asText()).isEqualTo("دائرة الأراضي والمساحة");
            assertThat(reply.path("seq").asLong()).isEqualTo(3);
            desk.move(contact, Status.RESOLVED);
            assertThat(client.next("status").path("status").asText()).isEqualTo("resolved");
        }
    }

    @Test
    void fiftyEqualMessagesAtOnceAreOneEntryAndFiftyEqualAcks() {
        desk.answerAfterMillis = 60_000;
        List<ChatClient> clients = new ArrayList<>();
        try {
            String session;
            clients.add(ChatClient.hello(server));
            session = clients.getFirst().next("welcome").path("session").asText();
            for (int i = 1; i < 50; i++) {
                ChatClient client = ChatClient.open(server);
                client.send("{\"type\":\"hello\",\"session\":\"" + session + "\"}");
                client.next("welcome");
                clients.add(client);
            }
            clients.parallelStream().forEach(client -> client.message("same", "مرة واحدة"));
            Set<JsonNode> acks = new java.util.HashSet<>();
            clients.forEach(client -> acks.add(client.next("ack")));
            assertThat(acks).hasSize(1);
            assertThat(desk.conversation(new Contact(Channel.WEB, session), 0).entries())
                    .hasSize(1);
        } finally {
            clients.forEach(ChatClient::close);
        }
    }

    @Test
    void fiftyEqualMessagesOnOneConnectionGetFiftyEqualAcks() {
        try (ChatClient client = ChatClient.hello(server)) {
            Contact contact = contact(client.next("welcome"));
            for (int i = 0; i < 50; i++) {
                client.message("same", "مرة واحدة");
            }
            JsonNode first = client.next("ack");
            for (int i = 1; i < 50; i++) {
                assertThat(client.next("ack")).isEqualTo(first);
            }
            assertThat(desk.conversation(contact, 0).entries().stream().filter(entry -> entry.from() == Author.CITIZEN))
                    .hasSize(1);
        }
    }

    @Test
    void whatOneTabWritesAnotherReads() {
        try (ChatClient writer = ChatClient.hello(server);
                ChatClient other = ChatClient.open(server)) {
            String session = writer.next("welcome").path("session").asText();
            other.send("{\"type\":\"hello\",\"session\":\"" + session + "\"}");
            other.next("welcome");
            writer.message("c1", "من نافذة أخرى");
            JsonNode seen = other.next("message");
            assertThat(seen.path("from").asText()).isEqualTo("citizen");
            assertThat(seen.path("text").asText()).isEqualTo("من نافذة أخرى");
            assertThat(seen.path("seq").asLong()).isEqualTo(1);
        }
    }

    @Test
    void aLongConversationIsReplayedWholeAndInOrder() {
        SessionId session = SessionId.random();
        for (int i = 1; i <= 3 * ScriptedDesk.PAGE + 7; i++) {
            desk.say(session.contact(), Author.AGENT, "سامي", "رقم " + i);
        }
        try (ChatClient client = ChatClient.open(server)) {
            client.send("{\"type\":\"hello\",\"session\":\"" + session.value() + "\",\"lastSeq\":10}");
            assertThat(client.next("welcome").path("seq").asLong()).isEqualTo(307);
            for (long seq = 11; seq <= 307; seq++) {
                assertThat(client.next().path("seq").asLong()).isEqualTo(seq);
            }
            assertThat(client.next().path("type").asText()).isEqualTo("status");
        }
    }

    @Test
    void withoutTheStoreThereIsNoAckAndTheSameMessageIsTakenLater() {
        try (ChatClient client = ChatClient.hello(server)) {
            client.next("welcome");
            desk.away = true;
            client.message("c1", "مهم");
            JsonNode error = client.next();
            assertThat(error.path("code").asText()).isEqualTo("unavailable");
            assertThat(error.path("clientId").asText()).isEqualTo("c1");
            desk.away = false;
            client.message("c1", "مهم");
            assertThat(client.next("ack").path("seq").asLong()).isEqualTo(1);
        }
    }

    @Test
    void newsThatCouldNotBeReadComesWhenTheStoreIsBack() {
        try (ChatClient client = ChatClient.hello(server)) {
            Contact contact = contact(client.next("welcome"));
            client.message("c1", "سؤال");
            client.next("message");
            desk.away = true;
            desk.say(contact, Author.AGENT, "سامي", "مرحبا");
            assertThat(client.untilQuiet(Duration.ofMillis(300))).isEmpty();
            desk.away = false;
            assertThat(client.next("message").path("text").asText()).isEqualTo("مرحبا");
        }
    }

    @Test
    void aRatingIsTakenAndAcknowledgedWhereItAsksFor() {
        try (ChatClient client = ChatClient.hello(server)) {
            client.message("c1", "سؤال");
            client.next("message");
            client.send("{\"type\":\"rate\",\"clientId\":\"r\",\"solution\":5,\"classification\":4,\"response\":3}");
            assertThat(client.next("ack").path("clientId").asText()).isEqualTo("r");
            assertThat(desk.ratings).containsExactly(new Rating(5, 4, 3));
        }
    }

    @Test
    void aStoppingServerTellsEveryClientToComeBack() throws Exception {
        try (ChatClient client = ChatClient.hello(server)) {
            client.next("welcome");
            server.chat.close();
            assertThat(client.closed.get(5, TimeUnit.SECONDS)).isEqualTo(1012);
        }
    }

    @Test
    void aConnectionThatIsCutLeavesNothingBehind() throws Exception {
        List<ChatClient> clients = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            clients.add(ChatClient.hello(server));
            clients.getLast().next("welcome");
        }
        assertThat(desk.subscriptions()).isEqualTo(20);
        clients.forEach(ChatClient::cut);
        await().untilAsserted(() -> {
            assertThat(desk.subscriptions()).isZero();
            assertThat(server.chat.readers()).isZero();
        });
    }

    private static Contact contact(JsonNode welcome) {
        return new Contact(Channel.WEB, welcome.path("session").asText());
    }
}
