package jo.sawt.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jo.sawt.ticketing.Decision;
import jo.sawt.ticketing.Kind;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Reply;
import jo.sawt.ticketing.Responder;
import jo.sawt.ticketing.Ticketing;
import jo.sawt.ticketing.TicketingSettings;
import jo.sawt.ticketing.Understanding;
import jo.sawt.ticketing.WorkingDeadlines;
import jo.sawt.ticketing.mongo.MongoTickets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From Twilio's signed webhook to the answer that Twilio takes, over the real desk. */
class TwilioJourneyTest {
    private static final String ANSWER = "تحتاج إلى هويتك وصورتين، والرسوم عشرون دينارا.";

    private final TestClock clock = new TestClock();
    private final HttpClient http = HttpClient.newHttpClient();
    private TestStore memory;
    private TwilioPeer peer;
    private Twilio twilio;
    private Ticketing ticketing;
    private WebServer server;

    @BeforeEach
    void start() throws IOException {
        memory = new TestStore();
        peer = new TwilioPeer();
        twilio = Twilio.of(Samples.settings(peer.address()), memory.open(), clock);
        ticketing = ticketing();
        server = WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .routing(routing ->
                        routing.register("/channels/twilio", twilio.routes(ticketing.desk(), ticketing.returns())))
                .build()
                .start();
    }

    private Ticketing ticketing() {
        Responder answering = turn -> new Decision.Answer(
                new Understanding(
                        Lang.AR,
                        Kind.INQUIRY,
                        Optional.of("passport-renewal"),
                        Optional.empty(),
                        Optional.empty(),
                        0.9,
                        Map.of()),
                Reply.of(ANSWER));
        return Ticketing.open(
                MongoTickets.open(memory.database(), clock),
                new Ticketing.Ports(
                        (id, lang) -> Optional.empty(), WorkingDeadlines.jordan(), answering, twilio.senders()),
                clock,
                TicketingSettings.defaults(true));
    }

    @AfterEach
    void stop() {
        server.stop();
        ticketing.close();
        peer.close();
        memory.close();
    }

    @Test
    void aQuestionBySmsIsAnsweredOnceHoweverOftenTwilioTellsUs() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                answers.add(threads.submit(() -> webhook("SM1", "شو أوراق تجديد الجواز؟")));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        work(ticketing);
        assertThat(bodies()).containsExactly(ANSWER);
        webhook("SM1", "شو أوراق تجديد الجواز؟");
        work(ticketing);
        assertThat(bodies()).containsExactly(ANSWER);
        assertThat(ticketing.desk().conversation(Samples.AMINA_SMS, 0).entries())
                .hasSize(2);
    }

    @Test
    void aSendWhoseEndNobodySawIsNotRepeatedByTheNextProcess() throws Exception {
        peer.script.add(TwilioPeer.Answer.raw(500, "", true));
        webhook("SM1", "شو أوراق تجديد الجواز؟");
        work(ticketing);
        assertThat(bodies()).hasSize(1);
        ticketing.close();
        clock.pass(Duration.ofMinutes(3));
        try (Ticketing next = ticketing()) {
            work(next);
            assertThat(bodies()).hasSize(1);
            assertThat(peer.lists).hasSize(1);
            clock.pass(Duration.ofMinutes(10));
            work(next);
            assertThat(bodies()).hasSize(1);
        }
    }

    @Test
    void whatComesBackIsAmongTheDeadLettersOnce() throws Exception {
        webhook("SM1", "شو أوراق تجديد الجواز؟");
        work(ticketing);
        String target = URI.create(peer.posts.getFirst().field("StatusCallback").orElseThrow())
                        .getRawPath()
                + "?"
                + URI.create(peer.posts.getFirst().field("StatusCallback").orElseThrow())
                        .getRawQuery();
        Map<String, String> failed = Map.of(
                "MessageSid",
                "SM" + "0".repeat(31) + "1",
                "MessageStatus",
                "undelivered",
                "ErrorCode",
                "30006",
                "To",
                Samples.AMINA);
        assertThat(post(target, failed)).isEqualTo(204);
        assertThat(post(target, failed)).isEqualTo(204);
        MongoTickets tickets = MongoTickets.open(memory.database(), clock);
        assertThat(tickets.dead(10)).hasSize(1);
        assertThat(tickets.dead(10).getFirst().talk().owed().outbox())
                .singleElement()
                .satisfies(entry -> assertThat(entry.code()).contains("twilio-30006"));
        String id = tickets.dead(10).getFirst().reference() + "-2";
        assertThat(ticketing.returns().returned(id, "again")).isFalse();
        assertThat(ticketing.returns().returned("no-such-1", "x")).isFalse();
    }

    @Test
    void aHandsetThatIsOffGetsTheMessageAgainLaterButNotForEver() throws Exception {
        webhook("SM1", "شو أوراق تجديد الجواز؟");
        work(ticketing);
        MongoTickets tickets = MongoTickets.open(memory.database(), clock);
        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThat(failed(attempt)).isEqualTo(204);
            assertThat(failed(attempt)).isEqualTo(204);
            work(ticketing);
            assertThat(bodies()).hasSize(attempt);
            clock.pass(Duration.ofMinutes(161));
            peer.now = clock.instant();
            work(ticketing);
            assertThat(bodies()).hasSize(attempt + 1).containsOnly(ANSWER);
            failed(attempt);
            assertThat(tickets.dead(10)).isEmpty();
        }
        failed(4);
        assertThat(tickets.dead(10)).hasSize(1);
        clock.pass(Duration.ofHours(12));
        work(ticketing);
        assertThat(bodies()).hasSize(4);
    }

    /** Twilio's word that the handset could not be reached, for one of the messages that it took. */
    private int failed(int number) throws Exception {
        URI callback = URI.create(peer.posts.getFirst().field("StatusCallback").orElseThrow());
        return post(
                callback.getRawPath() + "?" + callback.getRawQuery(),
                Map.of(
                        "MessageSid",
                        "SM%032d".formatted(number),
                        "MessageStatus",
                        "undelivered",
                        "ErrorCode",
                        "30003",
                        "To",
                        Samples.AMINA));
    }

    private static void work(Ticketing ticketing) {
        for (int i = 0; i < 20 && ticketing.runDue() > 0; i++) {
            // a turn owes an answer, and an answer a message
        }
    }

    private List<String> bodies() {
        return peer.posts.stream().map(post -> post.field("Body").orElse("")).toList();
    }

    private int webhook(String sid, String text) throws Exception {
        return post("/channels/twilio/messages", Samples.sms(sid, text));
    }

    private int post(String target, Map<String, String> form) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + target))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", Samples.signature(Samples.PUBLIC + target, form))
                .POST(HttpRequest.BodyPublishers.ofString(Samples.encoded(form)))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }
}
