package jo.sawt.channels.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.helidon.http.HttpException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.websocket.WsRouting;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import jo.sawt.ticketing.Desk;
import jo.sawt.ticketing.Feed;
import jo.sawt.ticketing.Files;
import jo.sawt.ticketing.mongo.MongoAttachments;
import jo.sawt.ticketing.mongo.MongoTickets;
import jo.sawt.ticketing.mongo.TestStore;

/** Web chat on a real server on loopback. */
final class ChatServer implements AutoCloseable {
    final WebChat chat;
    private final TestStore store = TestStore.embedded();
    private final WebServer server;

    ChatServer(Desk desk, Feed feed, WebChatSettings settings, int port) {
        InstantSource clock = InstantSource.system();
        Files files = new Files(
                MongoAttachments.open(store.database(), clock), MongoTickets.open(store.database(), clock), clock);
        chat = new WebChat(desk, feed, files, clock, settings);
        HttpRouting.Builder http = HttpRouting.builder().error(HttpException.class, (request, response, problem) -> {
            problem.headers().forEach(response::header);
            String detail = String.valueOf(problem.getMessage());
            response.status(problem.status())
                    .send(JsonNodeFactory.instance
                            .objectNode()
                            .put("detail", detail)
                            .toString());
        });
        chat.routes(http);
        WsRouting.Builder sockets = WsRouting.builder();
        chat.sockets(sockets);
        server = WebServer.builder()
                .host("127.0.0.1")
                .port(port)
                .shutdownHook(false)
                .shutdownGracePeriod(Duration.ofMillis(50))
                .connectionOptions(options -> options.tcpNoDelay(true))
                .addProtocol(chat.protocol())
                .addRouting(http)
                .addRouting(sockets)
                .build()
                .start();
    }

    ChatServer(ScriptedDesk desk) {
        this(desk, desk, WebChatSettings.standard(), 0);
    }

    int port() {
        return server.port();
    }

    URI http(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    URI socket() {
        return URI.create("ws://127.0.0.1:" + port() + "/chat");
    }

    @Override
    public void close() {
        chat.close();
        server.stop();
        store.close();
    }
}
