package jo.sawt.channels.server.http;

import com.mongodb.MongoException;
import io.helidon.http.DirectHandler;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpException;
import io.helidon.http.NotFoundException;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jo.sawt.knowledge.RegistryUnavailable;
import jo.sawt.ticketing.DeskUnavailable;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Messages;
import jo.sawt.ticketing.http.Refused;

/** Turns whatever a route throws, and whatever the server refuses before any route, into a {@link Problem}. */
public final class Problems {
    private static final System.Logger LOG = System.getLogger(Problems.class.getName());
    private static final String RETRY_SECONDS = "5";
    private static final int CAUSES = 5;

    private final ApiPaths paths;

    public Problems(ApiPaths paths) {
        this.paths = paths;
    }

    /** Takes all errors of a routing. */
    public void install(HttpRouting.Builder routing) {
        routing.error(Throwable.class, this::handle);
    }

    /** What the server refuses before any route sees it, such as a request line that is none. */
    public static DirectHandlers beforeRouting() {
        var handlers = DirectHandlers.builder();
        for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
            handlers.addHandler(type, (request, event, status, headers, message) -> {
                headers.set(HeaderNames.CONTENT_TYPE, Problem.CONTENT_TYPE);
                Lang lang = Languages.of(request.headers());
                return DirectHandler.TransportResponse.builder()
                        .status(status)
                        .headers(headers)
                        .entity(Problem.of(status, lang).json())
                        .keepAlive(event.keepAlive())
                        .build();
            });
        }
        return handlers.build();
    }

    private void handle(ServerRequest request, ServerResponse response, Throwable thrown) {
        Lang lang = Languages.of(request.headers());
        switch (thrown) {
            case NotFoundException missing when isUnrouted(missing) -> unrouted(request, response, lang);
            case Refused refused -> {
                refused.headers().forEach(response::header);
                String why = refused.text(lang);
                List<Problem.Detail> errors = refused.pointer().stream()
                        .map(pointer -> new Problem.Detail(pointer, why))
                        .toList();
                send(request, response, Problem.of(refused.status(), lang, why, errors));
            }
            case HttpException refused -> {
                refused.headers().forEach(response::header);
                send(request, response, of(refused, lang));
            }
            case NotReady waiting -> {
                response.header(HeaderNames.RETRY_AFTER, RETRY_SECONDS);
                send(
                        request,
                        response,
                        Problem.of(
                                Status.SERVICE_UNAVAILABLE_503, lang, Messages.text(lang, waiting.key()), List.of()));
            }
            case DeskUnavailable away -> unavailable(request, response, away);
            case RegistryUnavailable away -> unavailable(request, response, away);
            case MongoException away -> unavailable(request, response, away);
            default -> {
                LOG.log(System.Logger.Level.ERROR, () -> "request failed: " + RequestIds.of(request), thrown);
                send(request, response, Problem.of(Status.INTERNAL_SERVER_ERROR_500, lang));
            }
        }
    }

    private static boolean isUnrouted(NotFoundException missing) {
        return "Endpoint not found".equals(missing.getMessage());
    }

    private void unrouted(ServerRequest request, ServerResponse response, Lang lang) {
        Set<String> methods = paths.methods(request.path().path());
        if (methods.isEmpty()) {
            send(request, response, Problem.of(Status.NOT_FOUND_404, lang));
        } else {
            response.header(HeaderNames.ALLOW, String.join(", ", methods));
            send(request, response, Problem.of(Status.METHOD_NOT_ALLOWED_405, lang));
        }
    }

    private static Problem of(HttpException refused, Lang lang) {
        List<Problem.Detail> errors = Details.of(refused);
        String detail = refused.getMessage();
        return detail == null || detail.isBlank()
                ? Problem.of(refused.status(), lang)
                : Problem.of(refused.status(), lang, detail, errors);
    }

    private static void unavailable(ServerRequest request, ServerResponse response, RuntimeException away) {
        // the class says why; a message of the store may quote what it was given
        String why = Stream.iterate((Throwable) away, Objects::nonNull, Throwable::getCause)
                .limit(CAUSES)
                .map(cause -> cause.getClass().getSimpleName())
                .collect(Collectors.joining(" < "));
        LOG.log(System.Logger.Level.WARNING, "not available: {0} for {1}", why, RequestIds.of(request));
        response.header(HeaderNames.RETRY_AFTER, RETRY_SECONDS);
        send(request, response, Problem.of(Status.SERVICE_UNAVAILABLE_503, Languages.of(request.headers())));
    }

    private static void send(ServerRequest request, ServerResponse response, Problem problem) {
        Protection.harden(response); // what a route had set is gone by now
        RequestIds.tell(request, response);
        response.status(problem.status());
        response.header(HeaderNames.CONTENT_TYPE, Problem.CONTENT_TYPE);
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        response.send(problem.json());
    }

    /** Refuses a request from within a filter. */
    static void refuse(ServerRequest request, ServerResponse response, Status status, Header header) {
        response.header(header);
        send(request, response, Problem.of(status, Languages.of(request.headers())));
    }
}
