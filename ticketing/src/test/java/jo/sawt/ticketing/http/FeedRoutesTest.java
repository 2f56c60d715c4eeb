package jo.sawt.ticketing.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jo.sawt.ticketing.Ticket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedRoutesTest {
    private static StaffFixture fixture;

    @BeforeAll
    static void open() {
        fixture = new StaffFixture();
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @BeforeEach
    void leaveTheTestBeforeBehind() {
        fixture.desk.clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void staffHearOfTheTicketsThatTheyMaySee() throws Exception {
        try (Listener agent = new Listener(fixture.as("agent"));
                Listener dls = new Listener(fixture.as("responder-dls"));
                Listener cspd = new Listener(fixture.as("responder-cspd"))) {
            Ticket first = fixture.routed("dls");
            assertThat(agent.next().path("reference").asText())
                    .isEqualTo(first.reference().value());
            assertThat(dls.next().path("reference").asText())
                    .isEqualTo(first.reference().value());
            Ticket second = fixture.routed("cspd");
            assertThat(cspd.next().path("reference").asText())
                    .isEqualTo(second.reference().value());
        }
    }

    @Test
    void anEventNamesTypeVersionAndTimeButNobody() throws Exception {
        Ticket ticket = fixture.routed("dls");
        try (Listener agent = new Listener(fixture.as("agent"))) {
            fixture.as("agent").post(fixture.path(ticket) + "/notes", "{\"text\":\"n\"}");
            JsonNode event = agent.next();
            assertThat(event.path("type").asText()).isEqualTo("note");
            assertThat(event.path("version").asLong())
                    .isEqualTo(fixture.desk.find(ticket.reference()).version());
            assertThat(event.path("at").asText()).isNotEmpty();
            assertThat(event.size()).isEqualTo(4);
        }
    }

    @Test
    void afterABreakWhatWasMissedComesFirst() throws Exception {
        Ticket seen = fixture.routed("dls");
        String last;
        try (Listener agent = new Listener(fixture.as("agent"))) {
            fixture.as("agent").post(fixture.path(seen) + "/notes", "{\"text\":\"n\"}");
            agent.next();
            last = agent.lastId();
        }
        fixture.desk.clock.advance(Duration.ofMinutes(1));
        Ticket missed = fixture.routed("dls");
        Ticket sealed = fixture.routed("cspd");
        try (Listener back = new Listener(fixture.as("responder-dls").with("Last-Event-ID", last))) {
            assertThat(back.next().path("reference").asText())
                    .isEqualTo(missed.reference().value());
            fixture.as("agent").post(fixture.path(sealed) + "/notes", "{\"text\":\"n\"}");
            fixture.as("agent").post(fixture.path(seen) + "/notes", "{\"text\":\"n\"}");
            assertThat(back.next().path("reference").asText())
                    .isEqualTo(seen.reference().value());
        }
        assertThat(fixture.as("agent")
                        .with("Last-Event-ID", "x")
                        .get("/api/v1/feed")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theStreamEndsSoonAfterASignOut() throws Exception {
        TestClient agent = fixture.signedInAgain("supervisor");
        try (Listener listener = new Listener(agent)) {
            agent.post("/api/v1/sign-out", "");
            assertThat(listener.ended()).isTrue();
        }
    }

    @Test
    void theFeedIsForStaffWithTickets() {
        assertThat(fixture.nobody.get("/api/v1/feed").status()).isEqualTo(401);
        assertThat(fixture.as("editor").get("/api/v1/feed").status()).isEqualTo(403);
    }

    /** A browser's EventSource in small: it is open once the first line has come. */
    private static final class Listener implements AutoCloseable {
        private static final ObjectMapper JSON = new ObjectMapper();
        private static final String END = "end of stream";

        private final Stream<String> lines;
        private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
        private final Thread reader;
        private @Nullable String id;

        Listener(TestClient client) throws IOException, InterruptedException {
            HttpRequest request = client.request("/api/v1/feed")
                    .header("Accept", "text/event-stream")
                    .build();
            HttpResponse<Stream<String>> response = client.http().send(request, HttpResponse.BodyHandlers.ofLines());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            this.lines = response.body();
            this.reader = Thread.ofVirtual().start(this::read);
            line("event:open");
        }

        private void read() {
            try {
                lines.forEach(arrived::add);
            } catch (RuntimeException e) {
                arrived.add(END);
            }
            arrived.add(END);
        }

        JsonNode next() throws InterruptedException, IOException {
            JsonNode event;
            do {
                event = JSON.readTree(line("data:").substring("data:".length()));
            } while (event.isEmpty());
            return event;
        }

        String lastId() {
            if (id == null) {
                throw new AssertionError("no event came");
            }
            return id;
        }

        boolean ended() throws InterruptedException {
            for (int i = 0; i < 100; i++) {
                if (END.equals(arrived.poll(10, TimeUnit.SECONDS))) {
                    return true;
                }
            }
            return false;
        }

        private String line(String start) throws InterruptedException {
            while (true) {
                String line = arrived.poll(20, TimeUnit.SECONDS);
                if (line == null || line.equals(END)) {
                    throw new AssertionError("waited for " + start + " in vain");
                }
                if (line.startsWith("id:")) {
                    id = line.substring("id:".length());
                }
                if (line.startsWith(start)) {
                    return line;
                }
            }
        }

        @Override
        public void close() {
            lines.close();
            reader.interrupt();
        }
    }
}
