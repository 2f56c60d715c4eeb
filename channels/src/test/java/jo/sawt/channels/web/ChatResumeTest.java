package jo.sawt.channels.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import jo.sawt.ticketing.Author;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Contact;
import jo.sawt.ticketing.Conversation;
import jo.sawt.ticketing.Scripted;
import jo.sawt.ticketing.Ticketing;
import jo.sawt.ticketing.TicketingSettings;
import jo.sawt.ticketing.mongo.MongoTickets;
import jo.sawt.ticketing.mongo.TestStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On the real desk: a client whose connection is cut again and again ends with exactly what the desk has. */
class ChatResumeTest {
    private static final int CITIZENS = 8;
    private static final int MESSAGES = 25;

    private TestStore store;
    private Ticketing ticketing;
    private ChatServer server;

    @BeforeEach
    void start() {
        store = System.getenv("MONGODB_TEST_URI") == null ? TestStore.embedded() : TestStore.peer();
        Scripted assistant = new Scripted();
        Ticketing.Ports ports =
                new Ticketing.Ports((id, lang) -> Optional.empty(), new Scripted.PlainDays(), assistant, List.of());
        ticketing = Ticketing.open(
                MongoTickets.open(store.database(), InstantSource.system()),
                ports,
                InstantSource.system(),
                TicketingSettings.defaults(true));
        ticketing.start();
        server = new ChatServer(ticketing.desk(), ticketing.feed(), WebChatSettings.standard(), 0);
    }

    @AfterEach
    void stop() {
        server.close();
        ticketing.close();
        store.close();
    }

    @Test
    void nothingIsLostRepeatedOrOutOfOrderOverCutConnections() throws Exception {
        List<Future<Citizen>> all = new ArrayList<>();
        try (ExecutorService citizens = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CITIZENS; i++) {
                Citizen citizen = new Citizen(server, new Random(i));
                all.add(citizens.submit(citizen::live));
            }
        }
        for (Future<Citizen> one : all) {
            Citizen citizen = one.get(60, TimeUnit.SECONDS);
            Contact contact = new Contact(Channel.WEB, citizen.session);
            Conversation stored = ticketing.desk().conversation(contact, 0);
            assertThat(citizen.entries.keySet()).isEqualTo(numbered(stored).keySet());
            assertThat(citizen.entries).isEqualTo(numbered(stored));
            assertThat(stored.entries().stream().filter(entry -> entry.from() == Author.CITIZEN))
                    .hasSize(MESSAGES);
        }
    }

    @Test
    void fiftyEqualMessagesAtOnceAreOneEntryOfTheRealDesk() {
        List<ChatClient> clients = new ArrayList<>();
        try {
            clients.add(ChatClient.hello(server));
            String session = clients.getFirst().next("welcome").path("session").asText();
            for (int i = 1; i < 50; i++) {
                ChatClient client = ChatClient.open(server);
                client.send("{\"type\":\"hello\",\"session\":\"" + session + "\"}");
                client.next("welcome");
                clients.add(client);
            }
            clients.parallelStream().forEach(client -> client.message("same", "مرة واحدة"));
            JsonNode first = clients.getFirst().next("ack");
            clients.stream()
                    .skip(1)
                    .forEach(client -> assertThat(client.next("ack")).isEqualTo(first));
            assertThat(ticketing.desk().conversation(new Contact(Channel.WEB, session), 0).entries().stream()
                            .filter(entry -> entry.from() == Author.CITIZEN))
                    .hasSize(1);
        } finally {
            clients.forEach(ChatClient::close);
        }
    }

    private static Map<Long, String> numbered(Conversation conversation) {
        Map<Long, String> entries = new LinkedHashMap<>();
        conversation
                .entries()
                .forEach(entry -> entries.put(entry.seq(), entry.reply().text()));
        return entries;
    }

    /** Sends its messages, each until it is acknowledged, over connections that are cut at random. */
    private static final class Citizen {
        private final ChatServer server;
        private final Random random;
        private final Map<Long, String> entries = new LinkedHashMap<>();
        private String session = "";
        private @Nullable ChatClient client;

        Citizen(ChatServer server, Random random) {
            this.server = server;
            this.random = random;
        }

        Citizen live() {
            for (int i = 0; i < MESSAGES; i++) {
                String clientId = "m" + i;
                String text = "رسالة " + i;
                while (!acknowledged(clientId, text)) {
                    reconnect();
                }
            }
            ChatClient last = reconnect();
            last.untilQuiet(Duration.ofSeconds(2)).forEach(frame -> take(frame, "", ""));
            last.close();
            return this;
        }

        private boolean acknowledged(String clientId, String text) {
            ChatClient over = client == null ? reconnect() : client;
            over.message(clientId, text);
            if (random.nextInt(3) == 0) {
                over.cut();
                return false;
            }
            while (true) {
                JsonNode frame = over.next();
                take(frame, clientId, text);
                if (frame.path("type").asText().equals("ack")) {
                    return true;
                }
            }
        }

        private ChatClient reconnect() {
            if (client != null) {
                client.cut();
            }
            ChatClient next = ChatClient.open(server);
            client = next;
            String known = session.isEmpty() ? "" : ",\"session\":\"" + session + "\"";
            next.send("{\"type\":\"hello\",\"lastSeq\":" + entries.size() + known + "}");
            session = next.next("welcome").path("session").asText();
            return next;
        }

        /** An ack or a message is the next entry, or, for an ack sent again, one that is known. */
        private void take(JsonNode frame, String clientId, String text) {
            String type = frame.path("type").asText();
            long seq = frame.path("seq").asLong();
            if (type.equals("message")) {
                assertThat(seq).isEqualTo(entries.size() + 1L);
                entries.put(seq, frame.path("text").asText());
            } else if (type.equals("ack") && seq > entries.size()) {
                assertThat(frame.path("clientId").asText()).isEqualTo(clientId);
                assertThat(seq).isEqualTo(entries.size() + 1L);
                entries.put(seq, text);
            } else if (type.equals("ack")) {
                assertThat(entries.get(seq)).isEqualTo(text);
            } else {
                assertThat(type).isIn("status", "typing");
            }
        }
    }
}
