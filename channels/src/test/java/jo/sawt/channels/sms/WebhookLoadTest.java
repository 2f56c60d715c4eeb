package jo.sawt.channels.sms;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.helidon.webserver.WebServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import jo.sawt.channels.server.embedded.EmbeddedStore;
import jo.sawt.channels.sms.mongo.MongoTwilio;
import jo.sawt.ticketing.Decision;
import jo.sawt.ticketing.Kind;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Reply;
import jo.sawt.ticketing.Ticketing;
import jo.sawt.ticketing.TicketingSettings;
import jo.sawt.ticketing.Understanding;
import jo.sawt.ticketing.WorkingDeadlines;
import jo.sawt.ticketing.mongo.MongoTickets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Prints how many signed webhooks a second become durable messages on the embedded store: {@code -Dload.webhooks=2000}. */
@EnabledIfSystemProperty(named = "load.webhooks", matches = "[0-9]+", disabledReason = "a measurement, not a check")
class WebhookLoadTest {
    private static final int CLIENTS = 16;

    @Test
    void measure() throws Exception {
        int count = Integer.getInteger("load.webhooks");
        Path data = Files.createTempDirectory("webhooks");
        try (TwilioPeer peer = new TwilioPeer();
                EmbeddedStore embedded = EmbeddedStore.open(data, Clock.systemUTC());
                MongoClient client = MongoClients.create(embedded.settings())) {
            MongoDatabase database = client.getDatabase("sawt");
            Twilio twilio = Twilio.of(Samples.settings(peer.address()), MongoTwilio.open(database), Clock.systemUTC());
            Ticketing ticketing = Ticketing.open(
                    MongoTickets.open(database, Clock.systemUTC()),
                    new Ticketing.Ports(
                            (id, lang) -> Optional.empty(), WorkingDeadlines.jordan(), turn -> answer(), List.of()),
                    Clock.systemUTC(),
                    TicketingSettings.defaults(true));
            WebServer server = WebServer.builder()
                    .host("127.0.0.1")
                    .port(0)
                    .routing(routing ->
                            routing.register("/channels/twilio", twilio.routes(ticketing.desk(), ticketing.returns())))
                    .build()
                    .start();
            run(server.port(), count / 4, "warm-up");
            run(server.port(), count, "measured");
            server.stop();
            ticketing.close();
        }
    }

    private static Decision answer() {
        return new Decision.Answer(
                new Understanding(
                        Lang.AR, Kind.INQUIRY, Optional.empty(), Optional.empty(), Optional.empty(), 0.9, Map.of()),
                Reply.of("تم"));
    }

    private static void run(int port, int count, String name) throws Exception {
        long[] nanos = new long[count];
        AtomicInteger next = new AtomicInteger();
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        long begin = System.nanoTime();
        Callable<Integer> client = () -> {
            for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                long at = System.nanoTime();
                HttpResponse<Void> response = http.send(request(port, name, n), HttpResponse.BodyHandlers.discarding());
                if (response.statusCode() != 200) {
                    throw new IllegalStateException("status " + response.statusCode());
                }
                nanos[n] = System.nanoTime() - at;
            }
            return count;
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (Future<Integer> done : threads.invokeAll(Collections.nCopies(CLIENTS, client))) {
                done.get();
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        Arrays.sort(nanos);
        System.out.printf(
                "%s: %d webhooks, %d clients, %.0f/s, p50 %.1f ms, p99 %.1f ms%n",
                name, count, CLIENTS, count / seconds, nanos[count / 2] / 1e6, nanos[count * 99 / 100] / 1e6);
    }

    private static HttpRequest request(int port, String name, int n) {
        Map<String, String> form = Samples.sms("SM" + name + n, "بدي أجدد جواز سفري شو الأوراق المطلوبة؟");
        form.put("From", "+96279%07d".formatted(n % 500));
        String target = "/channels/twilio/messages";
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", Samples.signature(Samples.PUBLIC + target, form))
                .POST(HttpRequest.BodyPublishers.ofString(Samples.encoded(form)))
                .build();
    }
}
