package jo.sawt.channels.sms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Twilio's messages resource on loopback, with the misbehaviour that a test puts in its script. */
final class TwilioPeer implements AutoCloseable {
    private static final DateTimeFormatter RFC_2822 = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final AtomicInteger numbers = new AtomicInteger();
    final List<TwilioForm> posts = new CopyOnWriteArrayList<>();
    final List<String> fetches = new CopyOnWriteArrayList<>();
    final List<String> lists = new CopyOnWriteArrayList<>();
    final List<String> authorizations = new CopyOnWriteArrayList<>();
    final List<ObjectNode> messages = new CopyOnWriteArrayList<>();
    final Queue<Answer> script = new ConcurrentLinkedQueue<>();
    final Queue<MediaAnswer> mediaScript = new ConcurrentLinkedQueue<>();
    /** Path and authorization of each request for a medium. */
    final List<String> mediaRequests = new CopyOnWriteArrayList<>();
    /** The media of a message, as the list of them tells. */
    final Map<String, List<String>> mediaOf = new ConcurrentHashMap<>();

    private final CountDownLatch closed = new CountDownLatch(1);
    final Queue<Answer> listScript = new ConcurrentLinkedQueue<>();
    volatile int pageSize = 200;
    volatile Instant now = Samples.NOW;
    /** Whether it is always the time that it is. */
    volatile boolean live;

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

    /** How a request for a medium is answered. */
    static final class MediaAnswer {
        private final int status;
        private final Map<String, String> headers;
        private final byte[] body;
        private final long length;
        private final int trickle;

        /** The length is what is declared, 0 for none; the trickle milliseconds between two bytes, -1 to send none at all. */
        MediaAnswer(int status, Map<String, String> headers, byte[] body, long length, int trickle) {
            this.status = status;
            this.headers = headers;
            this.body = body;
            this.length = length;
            this.trickle = trickle;
        }

        static MediaAnswer ok(String type, byte[] body) {
            return new MediaAnswer(200, Map.of("Content-Type", type), body, body.length, 0);
        }

        static MediaAnswer status(int status, Map<String, String> headers) {
            return new MediaAnswer(status, headers, new byte[0], -1, 0);
        }

        static MediaAnswer to(String location) {
            return status(307, Map.of("Location", location));
        }
    }

    TwilioPeer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/2010-04-01/Accounts/" + Samples.ACCOUNT + "/Messages.json", this::handle);
        server.createContext("/2010-04-01/Accounts/" + Samples.ACCOUNT + "/Messages/", this::media);
        server.createContext("/store/", this::medium);
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
        closed.countDown();
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

    /** One medium, or the list of those of a message. */
    private void media(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        if (!path.endsWith("/Media.json")) {
            if (path.endsWith(".json")) {
                fetch(exchange, path.replaceAll(".*/|\\.json$", ""));
            } else {
                medium(exchange);
            }
            return;
        }
        String message = path.replaceAll(".*/Messages/|/Media\\.json$", "");
        ObjectNode page = JSON.createObjectNode();
        ArrayNode found = page.putArray("media_list");
        for (String sid : mediaOf.getOrDefault(message, List.of())) {
            found.addObject()
                    .put("sid", sid)
                    .put("account_sid", Samples.ACCOUNT)
                    .put("parent_sid", message)
                    .put("content_type", "image/jpeg")
                    .put("uri", path.replace(".json", "/" + sid + ".json"));
        }
        page.put("page", 0).put("page_size", 50).put("first_page_uri", "/x").put("uri", "/x");
        page.putNull("next_page_uri").putNull("previous_page_uri");
        respond(exchange, Answer.raw(200, page.toString(), false));
    }

    private void fetch(HttpExchange exchange, String sid) throws IOException {
        fetches.add(sid);
        ObjectNode found = messages.stream()
                .filter(message -> message.path("sid").asText().equals(sid))
                .findFirst()
                .orElseThrow();
        respond(exchange, Answer.raw(200, found.toString(), false));
    }

    private void medium(HttpExchange exchange) throws IOException {
        mediaRequests.add(exchange.getRequestURI().getRawPath() + " "
                + exchange.getRequestHeaders().getFirst("Authorization"));
        MediaAnswer next = mediaScript.poll();
        MediaAnswer answer = next == null ? MediaAnswer.status(404, Map.of()) : next;
        answer.headers.forEach(exchange.getResponseHeaders()::add);
        try (exchange) {
            exchange.sendResponseHeaders(answer.status, answer.length);
            write(exchange.getResponseBody(), answer);
        } catch (IOException e) {
            // the other end has had enough
        }
    }

    private void write(OutputStream out, MediaAnswer answer) throws IOException {
        if (answer.trickle == 0) {
            out.write(answer.body);
            return;
        }
        for (int i = 0; answer.trickle > 0 && i < answer.body.length && !closedWithin(answer.trickle); i++) {
            out.write(answer.body[i]);
            out.flush();
        }
        if (answer.trickle < 0) {
            out.flush();
            closedWithin(60_000);
        }
    }

    private boolean closedWithin(int millis) {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
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
        List<ObjectNode> found = new ArrayList<>(messages.stream()
                .filter(message -> asked.field("To")
                        .map(message.path("to").asText()::equals)
                        .orElse(true))
                .filter(message -> isWithin(asked, message))
                .toList());
        Collections.reverse(found);
        int from = asked.field("Page").map(Integer::parseInt).orElse(0) * pageSize;
        int to = Math.min(found.size(), from + pageSize);
        ObjectNode page = JSON.createObjectNode();
        page.putArray("messages").addAll(found.subList(Math.min(from, to), to));
        page.put("page", from / pageSize).put("page_size", pageSize);
        page.put("first_page_uri", "/x").put("uri", "/x").put("start", from).put("end", to);
        page.putNull("next_page_uri").putNull("previous_page_uri");
        if (to < found.size()) {
            String next = query.replaceAll("&Page=[0-9]+", "") + "&Page=" + (from / pageSize + 1);
            page.put("next_page_uri", exchange.getRequestURI().getRawPath() + "?" + next);
        }
        respond(exchange, Answer.raw(200, page.toString(), false));
    }

    /** The window asked for, to the second. */
    private static boolean isWithin(TwilioForm asked, ObjectNode message) {
        Instant sent = Instant.from(RFC_2822.parse(message.path("date_sent").asText()));
        return asked.field("DateSent>")
                        .map(TwilioPeer::utc)
                        .map(from -> !sent.isBefore(from))
                        .orElse(true)
                && asked.field("DateSent<")
                        .map(TwilioPeer::utc)
                        .map(to -> !sent.isAfter(to))
                        .orElse(true);
    }

    /** The SDK writes the time without a zone, and Twilio takes it for that of Greenwich. */
    private static Instant utc(String time) {
        return LocalDateTime.parse(time).toInstant(ZoneOffset.UTC);
    }

    private ObjectNode message(String sid, String from, String to, String body, String direction) {
        ObjectNode message = JSON.createObjectNode();
        message.put("sid", sid)
                .put("account_sid", Samples.ACCOUNT)
                .put("from", from)
                .put("to", to);
        message.put("body", body).put("direction", direction).put("status", "queued");
        message.put("num_segments", "1").put("num_media", "0").put("api_version", "2010-04-01");
        message.put("date_created", RFC_2822.format(time())).put("date_sent", RFC_2822.format(time()));
        message.putNull("price").putNull("error_code").putNull("error_message");
        message.put("price_unit", "USD");
        return message;
    }

    private Instant time() {
        return live ? Clock.systemUTC().instant() : now;
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
