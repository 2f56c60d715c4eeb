package jo.sawt.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jo.sawt.channels.journey.SawtProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eighty citizens write by SMS while the server is killed three times and started again on the same data. */
class TwilioCrashTest {
    private static final int CITIZENS = 80;
    private static final int KILLS = 3;
    private static final String TARGET = "/channels/twilio/messages";
    private static final Duration LONGEST = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void killedAtRandomEveryMessageIsAnsweredAndNoSendIsRepeated() throws Exception {
        long seed = Long.getLong("crash.seed", System.nanoTime());
        System.out.println("SMS crash test: -Dcrash.seed=" + seed);
        Random random = new Random(seed);
        try (TwilioPeer peer = new TwilioPeer();
                SawtProcess server = new SawtProcess(folder, environment(peer)).start();
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            peer.live = true;
            List<Future<?>> citizens = IntStream.range(0, CITIZENS)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> send(server, i)))
                    .toList();
            for (int kill = 1; kill <= KILLS; kill++) {
                int posts = kill * CITIZENS / (KILLS + 2) + random.nextInt(5);
                until(() -> peer.posts.size() >= posts);
                server.kill();
                server.start();
            }
            for (Future<?> citizen : citizens) {
                citizen.get();
            }
            until(() -> answered(peer).size() == CITIZENS);
            long repeated = answered(peer).values().stream().filter(n -> n > 1).count();
            System.out.printf("SMS: %d messages, %d kills, %d sent twice%n", CITIZENS, KILLS, repeated);
            // however many sends were in hand at a kill, each is looked up before it is sent again
            assertThat(repeated).isZero();
        }
    }

    private static Map<String, String> environment(TwilioPeer peer) {
        return Map.of(
                "TWILIO_SMS_PER_SECOND",
                "1000",
                "TWILIO_ACCOUNT_SID",
                Samples.ACCOUNT,
                "TWILIO_AUTH_TOKEN",
                Samples.TOKEN,
                "TWILIO_SMS_FROM",
                Samples.OURS,
                "TWILIO_API_URL",
                peer.address().toString(),
                "SAWT_PUBLIC_URL",
                Samples.PUBLIC.toString());
    }

    private static Map<String, Long> answered(TwilioPeer peer) {
        return peer.messages.stream()
                .filter(message -> message.path("direction").asText().startsWith("outbound"))
                .map(message -> message.path("to").asText())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** As Twilio does it: again until there is a 200. */
    private void send(SawtProcess server, int citizen) {
        Map<String, String> form = Samples.sms("SMcrash" + citizen, "كم رسوم تجديد جواز السفر؟");
        form.put("From", "+96279%07d".formatted(citizen));
        HttpRequest request = HttpRequest.newBuilder(server.uri(TARGET))
                .timeout(Duration.ofSeconds(15))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "X-Twilio-Signature",
                        Samples.signature(URI.create(Samples.PUBLIC + TARGET).toString(), form))
                .POST(HttpRequest.BodyPublishers.ofString(Samples.encoded(form)))
                .build();
        until(() -> {
            try {
                return http.send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            SawtProcess.pause();
        }
    }
}
