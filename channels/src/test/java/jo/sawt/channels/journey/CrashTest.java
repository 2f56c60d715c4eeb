package jo.sawt.channels.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two thousand messages over twenty sessions while the server is killed five times at random and started again on the same
 * data. Half of the sessions wait for the reply to each message, the others only for the ack.
 */
class CrashTest {
    private static final int SESSIONS = 20;
    private static final int MESSAGES = 100;
    private static final int KILLS = 5;

    @TempDir
    Path folder;

    @Test
    void killedAtRandomNothingAcknowledgedIsLostAndNoReplyIsMissingOrRepeated() throws Exception {
        long seed = Long.getLong("crash.seed", System.nanoTime());
        System.out.println("crash test: -Dcrash.seed=" + seed);
        Random random = new Random(seed);
        AtomicInteger acked = new AtomicInteger();
        try (HttpClient http = HttpClient.newHttpClient();
                SawtProcess server = new SawtProcess(folder).start();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Talk> talks = IntStream.range(0, SESSIONS)
                    .mapToObj(i -> new Talk(i, new ChatClient(http, server.socket()), acked))
                    .toList();
            List<Future<?>> running = new ArrayList<>();
            for (Talk talk : talks) {
                running.add(threads.submit(talk));
            }
            for (int kill = 1; kill <= KILLS; kill++) {
                int at = kill * SESSIONS * MESSAGES / (KILLS + 1) + random.nextInt(100);
                while (acked.get() < at) {
                    SawtProcess.pause();
                }
                server.kill();
                server.start();
            }
            for (Future<?> talk : running) {
                talk.get();
            }
            for (Talk talk : talks) {
                talk.check();
            }
        }
    }

    private static final class Talk implements Runnable {
        private final int number;
        private final ChatClient client;
        private final AtomicInteger acked;
        private final Map<String, Long> acks = new HashMap<>();

        Talk(int number, ChatClient client, AtomicInteger acked) {
            this.number = number;
            this.client = client;
            this.acked = acked;
        }

        private boolean waitsForReplies() {
            return number % 2 == 0;
        }

        @Override
        public void run() {
            patiently(client::connect);
            for (int i = 0; i < MESSAGES; i++) {
                String clientId = "m" + i;
                patiently(() -> {
                    client.say(clientId, text(i(clientId)));
                    client.awaitAck(clientId);
                });
                long seq = client.ack(clientId).orElseThrow().path("seq").asLong();
                acks.put(clientId, seq);
                acked.incrementAndGet();
                if (waitsForReplies() || i == MESSAGES - 1) {
                    patiently(() -> client.awaitReplyAfter(seq));
                }
            }
            // Once more from the start, as a second device of the same citizen would see it.
            client.abort();
        }

        private static int i(String clientId) {
            return Integer.parseInt(clientId.substring(1));
        }

        private String text(int i) {
            return "كم رسوم تجديد جواز السفر؟ (" + number + "/" + i + ")";
        }

        private void patiently(Runnable act) {
            for (int attempt = 0; ; attempt++) {
                try {
                    act.run();
                    return;
                } catch (IllegalStateException e) {
                    if (attempt > 600) {
                        throw e;
                    }
                    SawtProcess.pause();
                    reconnect();
                }
            }
        }

        private void reconnect() {
            client.abort();
            try {
                client.connect();
            } catch (IllegalStateException e) {
                SawtProcess.pause();
            }
        }

        void check() {
            List<JsonNode> all = client.freshView();
            assertThat(all)
                    .extracting(e -> e.path("seq").asLong())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, all.size()).boxed().toList());
            List<JsonNode> mine = all.stream()
                    .filter(e -> e.path("from").asText().equals("citizen"))
                    .toList();
            assertThat(mine)
                    .extracting(e -> e.path("text").asText())
                    .containsExactlyElementsOf(
                            IntStream.range(0, MESSAGES).mapToObj(this::text).toList());
            for (int i = 0; i < MESSAGES; i++) {
                assertThat(acks.get("m" + i)).isEqualTo(mine.get(i).path("seq").asLong());
            }
            assertThat(all.getLast().path("from").asText()).isNotEqualTo("citizen");
            int replies = all.size() - mine.size();
            if (waitsForReplies()) {
                assertThat(replies).isEqualTo(MESSAGES);
            } else {
                assertThat(replies).isBetween(1, MESSAGES);
            }
            assertThat(client.arrivals()).doesNotHaveDuplicates().isSorted();
        }
    }
}
