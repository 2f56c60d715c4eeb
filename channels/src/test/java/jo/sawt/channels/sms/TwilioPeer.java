package jo.sawt.channels.sms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Twilio's messages resource on loopback, with the misbehaviour that a test puts in its script. */
final class TwilioPeer implements AutoCloseable {
    private static final DateTimeFormatter RFC_2822 = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final AtomicInteger numbers = new AtomicInteger();
    final List<TwilioForm> posts = new CopyOnWriteArrayList<>();
    final List<String> lists = new CopyOnWriteArrayList<>();
    final List<String> authorizations = new CopyOnWriteArrayList<>();
    final List<ObjectNode> messages = new CopyOnWriteArrayList<>();
    final Queue<Answer> script = new ConcurrentLinkedQueue<>();
    final Queue<Answer> listScript = new ConcurrentLinkedQueue<>();
    volatile Instant now = Samples.NOW;

    /**
     * How a request is answered.
     *
     * @param keeps whether the message is taken all the same
     */
    record Answer(int status, String body, Map<String, String> headers, boolean keeps, int slowMillis) {
        static Answer error(int status, int code) {
            return new Answer(
                    status,
                    "{\"code\":%d,\"message\":\"no\",\"more_info\":\"https://www.twilio.com/docs/errors/%d\",\"status\":%d}"
                            .formatted(code, code, status),
                    Map.of(),
                    false,
                    0);
        }

        static Answer raw(int status, String body, boolean keeps) {
            return new Answer(status, body, Map.of(), keeps, 0);
        }
    }

    TwilioPeer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/2010-04-01/Accounts/" + Samples.ACCOUNT + "/Messages.json", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** A message that a citizen sent, as the list tells it. */
    void inbound(String sid, String from, String body) {
        messages.add(message(sid, from, Samples.OURS, body, "inbound"));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (exchange.getRequestMethod().equals("POST")) {
            post(exchange, TwilioForm.parse(body));
        } else {
            list(exchange);
        }
    }

    private void post(HttpExchange exchange, TwilioForm form) throws IOException {
        posts.add(form);
        Answer answer = script.poll();
        ObjectNode message = message(
                "SM%032d".formatted(numbers.incrementAndGet()),
                form.field("From").orElse("+962790000099"),
                form.field("To").orElse(""),
                form.field("Body").orElse(""),
                "outbound-api");
        if (answer == null || answer.keeps()) {
            messages.add(message);
        }
        respond(exchange, answer == null ? Answer.raw(201, message.toString(), true) : answer);
    }

    private void list(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        lists.add(query);
        Answer answer = listScript.poll();
        if (answer != null) {
            respond(exchange, answer);
            return;
        }
        TwilioForm asked = TwilioForm.parse(query);
        ObjectNode page = JSON.createObjectNode();
        ArrayNode found = page.putArray("messages");
        for (ObjectNode message : messages) {
            if (asked.field("To").map(message.path("to").asText()::equals).orElse(true)) {
                found.insert(0, message);
            }
        }
        page.put("page", 0).put("page_size", 200).put("first_page_uri", "/x").put("uri", "/x");
        page.putNull("next_page_uri")
                .putNull("previous_page_uri")
                .put("start", 0)
                .put("end", found.size());
        respond(exchange, Answer.raw(200, page.toString(), false));
    }

    private ObjectNode message(String sid, String from, String to, String body, String direction) {
        ObjectNode message = JSON.createObjectNode();
        message.put("sid", sid)
                .put("account_sid", Samples.ACCOUNT)
                .put("from", from)
                .put("to", to);
        message.put("body", body).put("direction", direction).put("status", "queued");
        message.put("num_segments", "1").put("num_media", "0").put("api_version", "2010-04-01");
        message.put("date_created", RFC_2822.format(now)).put("date_sent", RFC_2822.format(now));
        message.putNull("price").putNull("error_code").putNull("error_message");
        message.put("price_unit", "USD");
        return message;
    }

    private static void respond(HttpExchange exchange, Answer answer) throws IOException {
        pause(answer.slowMillis());
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        answer.headers().forEach(exchange.getResponseHeaders()::add);
        try (exchange) {
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
