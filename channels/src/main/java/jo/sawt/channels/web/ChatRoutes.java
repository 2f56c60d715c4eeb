package jo.sawt.channels.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.common.parameters.Parameters;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import jo.sawt.channels.web.ChatDesk.Outcome;
import jo.sawt.channels.web.ClientFrame.Rate;
import jo.sawt.channels.web.ClientFrame.Say;
import jo.sawt.ticketing.Conversation;
import jo.sawt.ticketing.DeskUnavailable;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Messages;
import jo.sawt.ticketing.OneTimeCode;
import jo.sawt.ticketing.Reference;

/** The socket's twin over HTTP, under {@code /api/v1/chat}, for programs and networks without sockets. */
final class ChatRoutes implements HttpService {
    private static final int MOST_ENTRIES = 500;
    private static final Header NOT_KEPT = HeaderValues.create(HeaderNames.CACHE_CONTROL, "no-store");
    private static final Header CODES_AGAIN = HeaderValues.create(HeaderNames.RETRY_AFTER, "1200");
    private static final Header RETRY_AFTER = HeaderValues.create(HeaderNames.RETRY_AFTER, "2");

    private final ChatDesk desk;
    private final Readers readers;
    private final WebChatSettings settings;
    private final InstantSource clock;

    ChatRoutes(ChatDesk desk, Readers readers, WebChatSettings settings, InstantSource clock) {
        this.desk = desk;
        this.readers = readers;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/sessions", this::open)
                .post("/sessions/{session}/messages", (request, response) -> say(request, response, "message"))
                .post("/sessions/{session}/options", (request, response) -> say(request, response, "option"))
                .post("/sessions/{session}/human", (request, response) -> say(request, response, "human"))
                .post("/sessions/{session}/rating", this::rate)
                .post("/sessions/{session}/codes", this::code)
                .get("/sessions/{session}/messages", this::messages);
    }

    private void open(ServerRequest request, ServerResponse response) {
        SessionId session = SessionId.random();
        response.status(Status.CREATED_201)
                .header(HeaderNames.LOCATION, "/api/v1/chat/sessions/" + session.value() + "/messages");
        send(response, JsonNodeFactory.instance.objectNode().put("session", session.value()));
    }

    private void say(ServerRequest request, ServerResponse response, String type) {
        SessionId session = session(request);
        if (!(Bodies.read(request, type) instanceof Say said)) {
            throw new IllegalStateException("not something to say: " + type);
        }
        say(desk, session, said, request, response);
    }

    static void say(ChatDesk desk, SessionId session, Say said, ServerRequest request, ServerResponse response) {
        Optional<Lang> chosen = request.headers().contains(HeaderNames.ACCEPT_LANGUAGE)
                ? Optional.of(Accept.lang(request.headers()))
                : Optional.empty();
        switch (desk.take(session, said, chosen)) {
            case Outcome.Stored(Reference ticket, long seq) -> {
                response.status(Status.ACCEPTED_202);
                send(response, Frames.ack(said.clientId(), seq, ticket));
            }
            case Outcome.NotTaken(String code, String text) -> throw notTaken(request, code, text);
        }
    }

    private void rate(ServerRequest request, ServerResponse response) {
        SessionId session = session(request);
        if (!(Bodies.read(request, "rate") instanceof Rate rate)) {
            throw new IllegalStateException("not a rating");
        }
        if (!reading(request, () -> desk.rate(session, rate.rating()))) {
            throw Bodies.refused(Accept.lang(request.headers()), "nothing_to_rate", Status.CONFLICT_409);
        }
        response.status(Status.NO_CONTENT_204).send();
    }

    /** Shown to who holds the session and kept nowhere: it is sent back by another channel, with the reference. */
    private void code(ServerRequest request, ServerResponse response) {
        SessionId session = session(request);
        Lang lang = Accept.lang(request.headers());
        switch (reading(request, () -> desk.code(session))) {
            case OneTimeCode.Shown(Reference ticket, String code, Instant expires) ->
                send(
                        response,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("ticket", ticket.value())
                                .put("code", code)
                                .put("expires", expires.toString()));
            case OneTimeCode.Nothing nothing -> throw Bodies.refused(lang, "no_ticket", Status.CONFLICT_409);
            case OneTimeCode.TooMany many ->
                throw Bodies.refused(lang, "many_codes", Status.TOO_MANY_REQUESTS_429)
                        .header(CODES_AGAIN);
        }
    }

    private void messages(ServerRequest request, ServerResponse response) {
        SessionId session = session(request);
        long after = after(request);
        response.header(NOT_KEPT);
        if (Accept.eventStream(request.headers())) {
            stream(request, response, session, after);
        } else {
            long limit = number(request, "limit").orElse((long) MOST_ENTRIES);
            send(
                    response,
                    list(
                            session,
                            reading(request, () -> desk.conversation(session, after)),
                            Math.min(limit, MOST_ENTRIES)));
        }
    }

    private void stream(ServerRequest request, ServerResponse response, SessionId session, long after) {
        ChatStream stream = new ChatStream(desk, readers, settings.heartbeat(), clock);
        if (!readers.add(stream)) {
            throw Bodies.refused(Accept.lang(request.headers()), "no_room", Status.SERVICE_UNAVAILABLE_503)
                    .header(RETRY_AFTER);
        }
        reading(request, () -> {
            stream.run(session, after, response);
            return after;
        });
    }

    private static ObjectNode list(SessionId session, Conversation conversation, long limit) {
        List<Conversation.Entry> entries = conversation.entries();
        List<Conversation.Entry> page = entries.subList(0, (int) Math.min(limit, entries.size()));
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        ArrayNode items = reply.putArray("items");
        page.forEach(entry -> items.add(Frames.message(session, entry)));
        boolean more = !page.isEmpty() && page.getLast().seq() < conversation.seq();
        reply.put("next", more ? Long.toString(page.getLast().seq()) : null);
        reply.put("seq", conversation.seq());
        reply.put("ticket", conversation.ticket().map(Reference::value).orElse(null));
        reply.put("status", conversation.status().map(status -> status.wire()).orElse(null));
        return reply.put("typing", conversation.assistantOwesTurn());
    }

    /** Where to go on: the event that a stream saw last, the cursor of a page, or the number asked for. */
    private static long after(ServerRequest request) {
        Optional<String> last = request.headers().first(HeaderNames.create("Last-Event-ID"));
        if (last.isPresent() && last.get().matches("\\d{1,18}")) {
            return Long.parseLong(last.get());
        }
        return number(request, "cursor").or(() -> number(request, "after")).orElse(0L);
    }

    private static Optional<Long> number(ServerRequest request, String name) {
        Parameters query = request.query();
        if (!query.contains(name)) {
            return Optional.empty();
        }
        String value = query.get(name);
        if (!value.matches("\\d{1,18}")) {
            String detail = Messages.text(Accept.lang(request.headers()), "chat.error.invalid", name);
            throw new HttpException(detail, Status.BAD_REQUEST_400, true);
        }
        return Optional.of(Long.parseLong(value));
    }

    static SessionId session(ServerRequest request) {
        return SessionId.parse(request.path().pathParameters().get("session"))
                .orElseThrow(() -> Bodies.refused(Accept.lang(request.headers()), "no_session", Status.NOT_FOUND_404));
    }

    static <T> T reading(ServerRequest request, java.util.function.Supplier<T> read) {
        try {
            return read.get();
        } catch (DeskUnavailable e) {
            throw notTaken(request, "unavailable", "chat.error.unavailable");
        }
    }

    static HttpException notTaken(ServerRequest request, String code, String text) {
        String detail = Messages.text(Accept.lang(request.headers()), text);
        return switch (code) {
            case "rate_limited" -> new HttpException(detail, Status.TOO_MANY_REQUESTS_429, true).header(RETRY_AFTER);
            case "unavailable" -> new HttpException(detail, Status.SERVICE_UNAVAILABLE_503, true).header(RETRY_AFTER);
            default -> new InvalidBody(detail, List.of(new InvalidBody.Problem("", detail)));
        };
    }

    private static void send(ServerResponse response, ObjectNode body) {
        response.headers().contentType(MediaTypes.APPLICATION_JSON);
        response.header(NOT_KEPT);
        response.send(body.toString());
    }
}
