package jo.sawt.assistant.langchain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An OpenAI-compatible server on loopback with one route, which answers, fails or stalls as a test has it. */
abstract class ScriptedPeer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final WebServer server;
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger failures = new AtomicInteger();
    private volatile int status = 200;
    private volatile boolean stalling;

    ScriptedPeer(String route) {
        this.server = WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .routing(routing -> routing.post("/v1" + route, this::take))
                .build()
                .start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port() + "/v1");
    }

    /** Fails so many times, then answers. */
    void fails(int code, int times) {
        status = code;
        failures.set(times);
    }

    void stalls() {
        stalling = true;
    }

    private void take(ServerRequest request, ServerResponse response) {
        String body = request.content().as(String.class);
        seen(body);
        if (stalling) {
            stall();
        }
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            response.status(Status.create(status)).send("{\"error\":{\"message\":\"scripted\"}}");
        } else {
            answer(body, response);
        }
    }

    /** Each request, also one that then fails. */
    abstract void seen(String body);

    abstract void answer(String body, ServerResponse response);

    final void stall() {
        try {
            if (!released.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the test never let the peer go");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        released.countDown();
        server.stop();
    }
}
