package jo.sawt.assistant.langchain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An OpenAI-compatible server of vectors on loopback: words that a test gives a meaning are on the axis of that meaning, and all
 * other text is near nothing else. It fails as a test has it fail.
 */
public final class VectorPeer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AXES = 64;

    private final WebServer server;
    private final CountDownLatch released = new CountDownLatch(1);
    private final Map<String, Integer> meanings = new ConcurrentHashMap<>();
    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile int status = 200;
    private volatile boolean stalling;

    public VectorPeer() {
        this.server = WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .routing(routing -> routing.post("/v1/embeddings", this::embed))
                .build()
                .start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port() + "/v1");
    }

    /** These words mean the same, and nothing that others mean. */
    public VectorPeer means(String... words) {
        int axis = (int) meanings.values().stream().distinct().count();
        List.of(words).forEach(word -> meanings.put(word, axis));
        return this;
    }

    /** Fails so many times, then answers. */
    VectorPeer fails(int code, int times) {
        status = code;
        failures.set(times);
        return this;
    }

    VectorPeer stalls() {
        stalling = true;
        return this;
    }

    /** All texts that were sent so far. */
    public List<String> texts() {
        return List.copyOf(texts);
    }

    int requests() {
        return requests.get();
    }

    private void embed(ServerRequest request, ServerResponse response) {
        requests.incrementAndGet();
        JsonNode body = read(request.content().as(String.class));
        List<String> inputs = new ArrayList<>();
        body.path("input").forEach(input -> inputs.add(input.asText()));
        texts.addAll(inputs);
        if (stalling) {
            stall();
        }
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            response.status(Status.create(status)).send("{\"error\":{\"message\":\"scripted\"}}");
            return;
        }
        var answer = JsonNodeFactory.instance.objectNode().put("object", "list").put("model", "peer");
        var data = answer.putArray("data");
        for (int at = 0; at < inputs.size(); at++) {
            var vector =
                    data.addObject().put("object", "embedding").put("index", at).putArray("embedding");
            for (float number : vector(inputs.get(at))) {
                vector.add(number);
            }
        }
        answer.putObject("usage").put("prompt_tokens", 1).put("total_tokens", 1);
        response.header(HeaderValues.CONTENT_TYPE_JSON);
        response.send(answer.toString());
    }

    private float[] vector(String text) {
        float[] vector = new float[AXES];
        vector[AXES - 1] = 0.1f;
        String folded = text.toLowerCase(Locale.ROOT);
        meanings.forEach((word, axis) -> {
            if (folded.contains(word)) {
                vector[axis] = 1;
            }
        });
        return vector;
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stall() {
        try {
            if (!released.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the test never let the peer go");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        released.countDown();
        server.stop();
    }
}
