package jo.sawt.channels.sms;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import jo.sawt.channels.journey.SawtProcess;

/**
 * Prints how many signed webhooks a second the whole server, started in a process of its own on the embedded store, makes
 * durable, and how long each takes: over 1 connection and over 16, each webhook a message of its own from one of 500 numbers
 * or a repeat of one that was stored. Its turn is answered and sent to a peer on loopback meanwhile, as in life.
 */
final class WebhookLoad {
    private static final String TARGET = "/channels/twilio/messages";
    private static final int NUMBERS = 500;

    private WebhookLoad() {}

    public static void main(String[] args) throws Exception {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 2_000;
        Path folder = Files.createTempDirectory("webhooks");
        try (TwilioPeer peer = new TwilioPeer();
                SawtProcess server =
                        new SawtProcess(folder, environment(peer)).atFullSpeed().start();
                HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            Run run = new Run(http, server, new AtomicInteger());
            run.of("warm", count / 4, 16);
            System.out.println("| connections | webhooks | what | per second | p50 ms | p99 ms |");
            System.out.println("|---|---|---|---|---|---|");
            System.out.println(run.of("one", count / 4, 1).row("new"));
            System.out.println(run.of("many", count, 16).row("new"));
            System.out.println(run.of("many", count, 16).row("repeated"));
            System.out.printf(
                    "answers that the peer took meanwhile: %d; webhooks answered with 503 and sent again: %d%n",
                    peer.posts.size(), run.again().get());
        }
    }

    private static Map<String, String> environment(TwilioPeer peer) {
        return Map.of(
                "TWILIO_ACCOUNT_SID",
                Samples.ACCOUNT,
                "TWILIO_AUTH_TOKEN",
                Samples.TOKEN,
                "TWILIO_SMS_FROM",
                Samples.OURS,
                "TWILIO_SMS_PER_SECOND",
                "1000",
                "TWILIO_API_URL",
                peer.address().toString(),
                "SAWT_PUBLIC_URL",
                Samples.PUBLIC.toString());
    }

    /** Sends from so many connections at the same time. */
    private record Run(HttpClient http, SawtProcess server, AtomicInteger again) {
        Figures of(String name, int count, int connections) throws Exception {
            long[] nanos = new long[count];
            AtomicInteger next = new AtomicInteger();
            Callable<Integer> client = () -> {
                for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                    HttpRequest request = request(name, n);
                    long at = System.nanoTime();
                    send(request);
                    nanos[n] = System.nanoTime() - at;
                }
                return count;
            };
            long begin = System.nanoTime();
            try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
                for (Future<Integer> done : threads.invokeAll(Collections.nCopies(connections, client))) {
                    done.get();
                }
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            Arrays.sort(nanos);
            return new Figures(
                    connections, count, count / seconds, nanos[count / 2] / 1e6, nanos[count * 99 / 100] / 1e6);
        }

        /** As Twilio does it: again where the server says that it could not store it now. */
        private void send(HttpRequest request) throws IOException, InterruptedException {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            for (; status == 503; again.incrementAndGet()) {
                status = http.send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
            }
            if (status != 200) {
                throw new IllegalStateException("status " + status);
            }
        }

        private HttpRequest request(String name, int n) {
            Map<String, String> form = Samples.sms("SM" + name + n, "بدي أجدد جواز سفري شو الأوراق المطلوبة؟");
            form.put("From", "+96279%07d".formatted(n % NUMBERS));
            return HttpRequest.newBuilder(server.uri(TARGET))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("I-Twilio-Idempotency-Token", "token-" + name + n)
                    .header(
                            "X-Twilio-Signature",
                            Samples.signature(
                                    URI.create(Samples.PUBLIC + TARGET).toString(), form))
                    .POST(HttpRequest.BodyPublishers.ofString(Samples.encoded(form)))
                    .build();
        }
    }

    /** What came out; the times in milliseconds. */
    private record Figures(int connections, int count, double perSecond, double p50, double p99) {
        String row(String what) {
            return "| %d | %d | %s | %.0f | %.1f | %.1f |".formatted(connections, count, what, perSecond, p50, p99);
        }
    }
}
