package jo.sawt.channels.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A program that talks to the socket frame by frame. */
final class ChatClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    final CompletableFuture<Integer> closed = new CompletableFuture<>();
    final WebSocket socket;

    ChatClient(URI uri) {
        this.socket = HTTP.newWebSocketBuilder().buildAsync(uri, new Listener()).join();
    }

    static ChatClient open(ChatServer server) {
        return new ChatClient(server.socket());
    }

    /** Opens, says hello, and returns after the welcome. */
    static ChatClient hello(ChatServer server) {
        ChatClient client = open(server);
        client.send("{\"type\":\"hello\"}");
        return client;
    }

    ChatClient send(String frame) {
        socket.sendText(frame, true).join();
        return this;
    }

    ChatClient message(String clientId, String text) {
        return send(JSON.createObjectNode()
                .put("type", "message")
                .put("clientId", clientId)
                .put("text", text)
                .toString());
    }

    JsonNode next() {
        try {
            JsonNode frame = frames.poll(10, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("no frame within ten seconds");
            }
            return frame;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The next frame of a type; others before it are passed over. */
    JsonNode next(String type) {
        return next(frame -> frame.path("type").asText().equals(type));
    }

    JsonNode next(Predicate<JsonNode> wanted) {
        JsonNode frame = next();
        while (!wanted.test(frame)) {
            frame = next();
        }
        return frame;
    }

    /** All frames that come until it has been quiet for so long. */
    List<JsonNode> untilQuiet(Duration quiet) {
        List<JsonNode> all = new ArrayList<>();
        try {
            for (@Nullable JsonNode frame = frames.poll(quiet.toMillis(), TimeUnit.MILLISECONDS);
                    frame != null;
                    frame = frames.poll(quiet.toMillis(), TimeUnit.MILLISECONDS)) {
                all.add(frame);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return all;
    }

    /** Cuts the connection without a farewell. */
    void cut() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                try {
                    frames.add(JSON.readTree(text.toString()));
                } catch (java.io.IOException e) {
                    throw new IllegalStateException("the server sent a frame that is no JSON", e);
                }
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable problem) {
            closed.completeExceptionally(problem);
        }
    }
}
