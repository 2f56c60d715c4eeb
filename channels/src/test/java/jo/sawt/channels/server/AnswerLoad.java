package jo.sawt.channels.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks a running server the questions of a file at a fixed rate, and prints how long answers and bare searches took.
 *
 * <pre>
 * java -cp … jo.sawt.channels.server.AnswerLoad http://127.0.0.1:8080 QUESTIONS.jsonl RATE SECONDS
 * </pre>
 *
 * Each time is taken from when a request was due, so that a late answer hides no other. The server must run with
 * {@code SAWT_RATE_LIMITS=off}.
 */
public final class AnswerLoad {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AnswerLoad() {}

    public static void main(String[] args) throws Exception {
        URI server = URI.create(args[0]);
        List<String> questions = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(args[1]))) {
            JsonNode text = JSON.readTree(line).path("text");
            if (text.isTextual()) {
                questions.add(text.asText());
            }
        }
        int rate = Integer.parseInt(args[2]);
        int seconds = Integer.parseInt(args[3]);
        try (HttpClient client = HttpClient.newHttpClient()) {
            ask(client, server, questions, rate, Math.min(seconds, 5), true);
            ask(client, server, questions, rate, Math.min(seconds, 5), false);
            print("search", ask(client, server, questions, rate, seconds, false), seconds);
            print("answers", ask(client, server, questions, rate, seconds, true), seconds);
        }
    }

    private static List<Long> ask(
            HttpClient client, URI server, List<String> questions, int rate, int seconds, boolean answers)
            throws Exception {
        ConcurrentLinkedQueue<Long> times = new ConcurrentLinkedQueue<>();
        List<Future<?>> all = new ArrayList<>();
        long pause = 1_000_000_000L / rate;
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < rate * seconds; i++) {
                long due = start + i * pause;
                String question = questions.get(i % questions.size());
                LockSupport.parkNanos(due - System.nanoTime());
                all.add(threads.submit(() -> {
                    HttpResponse<String> response = client.send(
                            answers ? answer(server, question) : search(server, question), BodyHandlers.ofString());
                    if (response.statusCode() != 200) {
                        throw new IllegalStateException("status " + response.statusCode());
                    }
                    times.add(System.nanoTime() - due);
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        return times.stream().sorted().toList();
    }

    private static HttpRequest answer(URI server, String question) throws Exception {
        return HttpRequest.newBuilder(server.resolve("/api/v1/assistant/answers"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("text", question))))
                .build();
    }

    private static HttpRequest search(URI server, String question) {
        String query = URLEncoder.encode(question, StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(server.resolve("/api/v1/search?type=service&limit=5&q=" + query))
                .build();
    }

    private static void print(String what, List<Long> sorted, int seconds) {
        System.out.printf(
                "%-8s %6d in %d s; p50 %.2f ms, p99 %.2f ms, worst %.2f ms%n",
                what,
                sorted.size(),
                seconds,
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.get(sorted.size() * 99 / 100) / 1e6,
                sorted.getLast() / 1e6);
    }
}
