package jo.sawt.channels.server;

import io.helidon.http.encoding.ContentEncodingContext;
import io.helidon.http.encoding.gzip.GzipEncoding;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.observe.ObserveFeature;
import io.helidon.webserver.observe.health.HealthObserver;
import io.helidon.webserver.observe.metrics.MetricsObserver;
import io.helidon.webserver.spi.ProtocolConfig;
import io.helidon.webserver.websocket.WsRouting;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.function.Consumer;
import jo.sawt.channels.server.embedded.StoreFailure;
import jo.sawt.channels.server.http.Problems;

/** Starts the HTTP server with bounds on all that a client may send or hold. */
final class WebServers {
    private static final long LARGEST_REQUEST = 32L * 1024 * 1024;
    private static final int LARGEST_HEADERS = 16 * 1024;
    private static final int LONGEST_LINE = 8 * 1024;
    private static final int CONNECTIONS = 20_000;
    private static final Duration IDLE = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofSeconds(3);

    private WebServers() {}

    /** What is mounted. */
    record Mounted(
            Consumer<HttpRouting.Builder> routes,
            Consumer<WsRouting.Builder> sockets,
            ProtocolConfig socketProtocol,
            HealthObserver health) {}

    static WebServer start(Settings.Listening settings, Mounted mounted) {
        ObserveFeature observe = ObserveFeature.builder()
                .observersDiscoverServices(false)
                .addObserver(mounted.health())
                .addObserver(MetricsObserver.create())
                .build();
        HttpRouting.Builder routing = HttpRouting.builder();
        mounted.routes().accept(routing);
        WsRouting.Builder sockets = WsRouting.builder();
        mounted.sockets().accept(sockets);
        WebServer server = WebServer.builder()
                .host(settings.host())
                .port(settings.port())
                .shutdownHook(false)
                .maxPayloadSize(LARGEST_REQUEST)
                .maxTcpConnections(CONNECTIONS)
                .connectionOptions(
                        options -> options.tcpNoDelay(true)) // else a small frame waits for the last one's ack
                .idleConnectionTimeout(IDLE)
                .shutdownGracePeriod(STOP)
                .contentEncoding(ContentEncodingContext.builder()
                        .contentEncodingsDiscoverServices(false)
                        .addContentEncoding(GzipEncoding.create())
                        .build())
                .protocolsDiscoverServices(false)
                .addProtocol(Http1Config.builder()
                        .maxHeadersSize(LARGEST_HEADERS)
                        .maxPrologueLength(LONGEST_LINE)
                        .build())
                .addProtocol(mounted.socketProtocol())
                .directHandlers(Problems.beforeRouting())
                .featuresDiscoverServices(false)
                .addFeature(observe)
                .addRouting(routing)
                .addRouting(sockets)
                .build();
        return started(server, settings);
    }

    /** Fails at once where the port is taken, before anything is opened or imported. */
    static void checkFree(Settings.Listening settings) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(settings.host(), settings.port()));
        } catch (IOException e) {
            throw taken(settings, e);
        }
    }

    private static StoreFailure taken(Settings.Listening settings, Exception e) {
        return new StoreFailure(
                "SAWT_PORT " + settings.port() + " on " + settings.host() + " is taken or may not be used", e);
    }

    private static WebServer started(WebServer server, Settings.Listening settings) {
        try {
            return server.start();
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof BindException) {
                    throw taken(settings, e);
                }
            }
            throw e;
        }
    }
}
