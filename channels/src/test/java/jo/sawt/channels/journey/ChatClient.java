package jo.sawt.channels.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A citizen's chat over the socket, with the memory a browser has: the session, the entries seen by number, the acks. It
 * reconnects when told to, and resumes from the last number without a gap.
 */
final class ChatClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http;
    private final URI socket;
    private final TreeMap<Long, JsonNode> entries = new TreeMap<>();
    private final List<Long> arrivals = new ArrayList<>();
    private final Map<String, JsonNode> acks = new ConcurrentHashMap<>();
    private final List<JsonNode> others = new ArrayList<>();
    private @Nullable String session;
    private @Nullable WebSocket connection;
    private volatile String ended = "by this side";
    private boolean welcomed;
    private long welcomedAt;

    ChatClient(HttpClient http, URI socket) {
        this.http = http;
        this.socket = socket;
    }

    String session() {
        if (session == null) {
            throw new IllegalStateException("not welcomed yet");
        }
        return session;
    }

    /** Connects, or throws when the server is away. */
    void connect() {
        synchronized (this) {
            welcomed = false;
        }
        try {
            connection = http.newWebSocketBuilder()
                    .connectTimeout(Duration.ofSeconds(5))
                    .buildAsync(socket, new Reader())
                    .get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("cannot connect", e);
        }
        ObjectNode hello = frame("hello").put("lang", "ar").put("lastSeq", lastSeq());
        if (session != null) {
            hello.put("session", session);
        }
        send(hello);
        await(client -> client.welcomed);
    }

    void say(String clientId, String text) {
        send(frame("message").put("clientId", clientId).put("text", text));
    }

    void send(ObjectNode frame) {
        WebSocket open = connection;
        if (open == null) {
            throw new IllegalStateException("not connected");
        }
        try {
            open.sendText(frame.toString(), true).get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("cannot send", e);
        }
    }

    static ObjectNode frame(String type) {
        return JSON.createObjectNode().put("type", type);
    }

    Optional<JsonNode> ack(String clientId) {
        return Optional.ofNullable(acks.get(clientId));
    }

    JsonNode awaitAck(String clientId) {
        await(client -> client.acks.containsKey(clientId));
        return ack(clientId).orElseThrow();
    }

    /** The first entry after a number that somebody other than the citizen wrote. */
    JsonNode awaitReplyAfter(long seq) {
        await(client -> client.replyAfter(seq).isPresent());
        synchronized (this) {
            return replyAfter(seq).orElseThrow();
        }
    }

    JsonNode awaitEntry(Predicate<JsonNode> wanted) {
        await(client -> client.entries.values().stream().anyMatch(wanted));
        synchronized (this) {
            return entries.values().stream().filter(wanted).findFirst().orElseThrow();
        }
    }

    JsonNode awaitOther(String type) {
        await(client ->
                client.others.stream().anyMatch(o -> o.path("type").asText().equals(type)));
        synchronized (this) {
            return others.stream()
                    .filter(o -> o.path("type").asText().equals(type))
                    .reduce((first, last) -> last)
                    .orElseThrow();
        }
    }

    /** What was shown of answers while they were worded. */
    synchronized List<String> sayings() {
        return others.stream()
                .filter(frame -> frame.path("type").asText().equals("typing") && frame.has("text"))
                .map(frame -> frame.path("text").asText())
                .toList();
    }

    void awaitSaying() {
        await(client -> !client.sayings().isEmpty());
    }

    /** The last number up to which nothing is missing. */
    synchronized long lastSeq() {
        long seq = 0;
        while (entries.containsKey(seq + 1)) {
            seq++;
        }
        return seq;
    }

    /** Numbers in the order in which they came, over all connections. */
    synchronized List<Long> arrivals() {
        return List.copyOf(arrivals);
    }

    synchronized List<JsonNode> entries() {
        return List.copyOf(entries.values());
    }

    /** Everything from the start, as another device with the same session gets it. */
    List<JsonNode> freshView() {
        ChatClient other = new ChatClient(http, socket);
        other.session = session();
        other.connect();
        try {
            other.await(c -> c.lastSeq() >= c.welcomedAt);
            return other.entries();
        } finally {
            other.abort();
        }
    }

    void abort() {
        WebSocket open = connection;
        if (open != null) {
            open.abort();
        }
    }

    private Optional<JsonNode> replyAfter(long seq) {
        return entries.tailMap(seq, false).values().stream()
                .filter(e -> !e.path("from").asText().equals("citizen"))
                .findFirst();
    }

    private synchronized void await(Predicate<ChatClient> condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.test(this)) {
            long left = deadline - System.nanoTime();
            WebSocket open = connection;
            if (left <= 0 || open == null || open.isInputClosed()) {
                throw new IllegalStateException(
                        left <= 0 ? "waited in vain; last seen " + others : "connection lost: " + ended);
            }
            try {
                wait(Math.min(TimeUnit.NANOSECONDS.toMillis(left) + 1, 100));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private synchronized void take(JsonNode frame) {
        switch (frame.path("type").asText()) {
            case "welcome" -> {
                session = frame.path("session").asText();
                welcomedAt = frame.path("seq").asLong();
                welcomed = true;
            }
            case "ack" -> {
                acks.put(frame.path("clientId").asText(), frame);
                entries.putIfAbsent(frame.path("seq").asLong(), frame("ack").put("from", "citizen"));
            }
            case "message" -> {
                arrivals.add(frame.path("seq").asLong());
                entries.put(frame.path("seq").asLong(), frame);
            }
            default -> others.add(frame);
        }
        notifyAll();
    }

    private final class Reader implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                try {
                    take(JSON.readTree(text.toString()));
                } catch (JsonProcessingException e) {
                    return CompletableFuture.failedFuture(new CompletionException(e));
                } finally {
                    text.setLength(0);
                }
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
            ended = code + " " + reason;
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            ended = error.toString();
        }
    }
}
