package jo.sawt.channels.web;

import io.helidon.cors.CrossOriginConfig;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.cors.CorsSupport;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.websocket.WsConfig;
import io.helidon.webserver.websocket.WsRouting;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import jo.sawt.ticketing.Desk;
import jo.sawt.ticketing.Feed;
import jo.sawt.ticketing.Files;

/**
 * Web chat, ready to be mounted: {@link #routes} on the HTTP routing, {@link #sockets} on the socket routing, {@link
 * #protocol} as the server's protocol for sockets. {@link #close} goes before the server's stop, so that every client is
 * told to come back.
 */
public final class WebChat implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(WebChat.class.getName());
    private static final Duration CHECK = Duration.ofSeconds(1);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final WebChatSettings settings;
    private final InstantSource clock;
    private final RateLimits limits;
    private final Readers readers;
    private final ChatDesk chatDesk;
    private final Files files;
    private final ScheduledExecutorService checks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("chat-checks").factory());

    /** A chat that shows whole answers alone. */
    public WebChat(Desk desk, Feed feed, Files files, InstantSource clock, WebChatSettings settings) {
        this(desk, feed, files, clock, settings, new Sayings());
    }

    /** A chat that also shows what the assistant is about to say. */
    public WebChat(Desk desk, Feed feed, Files files, InstantSource clock, WebChatSettings settings, Sayings sayings) {
        this.settings = settings;
        this.clock = clock;
        this.limits = new RateLimits(settings.rateLimits(), clock);
        this.readers = new Readers(settings.mostReaders());
        this.chatDesk = new ChatDesk(desk, feed, files, limits, sayings);
        this.files = files;
        var unused =
                checks.scheduleWithFixedDelay(this::check, CHECK.toMillis(), CHECK.toMillis(), TimeUnit.MILLISECONDS);
    }

    public void routes(HttpRules rules) {
        rules.register(
                "/api/v1/chat",
                cors(),
                new ChatRoutes(chatDesk, readers, settings, clock),
                new ChatFileRoutes(chatDesk, files));
        rules.get("/chat", this::notUpgraded);
        rules.register("/", new Assets());
    }

    public void sockets(WsRouting.Builder routing) {
        routing.endpoint("/chat", () -> new ChatSocket(chatDesk, readers, settings, clock));
    }

    /** Bounds a frame before it is read. */
    public WsConfig protocol() {
        return WsConfig.builder().maxFrameLength(3 * ChatSocket.LONGEST_FRAME).build();
    }

    /** Tells every client to come back, and waits a moment for their farewells. */
    @Override
    public void close() {
        readers.stop();
        readers.awaitNone(FAREWELL);
        checks.shutdownNow();
    }

    int readers() {
        return readers.size();
    }

    private void check() {
        try {
            readers.check(clock.instant());
            limits.forgetQuiet();
        } catch (RuntimeException e) {
            // the next look is not to be lost for it
            LOG.log(System.Logger.Level.WARNING, "a look at the open chats failed", e);
        }
    }

    private CorsSupport cors() {
        String[] origins =
                settings.anyOrigin() ? new String[] {"*"} : settings.origins().toArray(String[]::new);
        return CorsSupport.builder()
                .addCrossOrigin(CrossOriginConfig.builder()
                        .allowOrigins(origins)
                        .allowMethods("GET", "POST")
                        .allowHeaders("Content-Type", "Accept", "Accept-Language", "Last-Event-ID")
                        .maxAgeSeconds(3_600)
                        .build())
                .build();
    }

    /** Reached only by a request that did not become a socket. */
    private void notUpgraded(ServerRequest request, ServerResponse response) {
        boolean ours = new Origins(settings.origins())
                .allows(
                        request.headers().first(HeaderNames.ORIGIN),
                        request.headers().first(HeaderNames.HOST).orElse(""));
        if (!ours) {
            throw Bodies.refused(Accept.lang(request.headers()), "origin", Status.FORBIDDEN_403);
        }
        response.header(HeaderNames.UPGRADE, "websocket");
        throw Bodies.refused(Accept.lang(request.headers()), "no_upgrade", Status.UPGRADE_REQUIRED_426);
    }
}
