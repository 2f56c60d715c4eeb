package jo.sawt.ticketing.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URI;
import java.util.List;
import jo.sawt.ticketing.Sessions;

/** The routes of this package on a port of loopback, with refusals as plain JSON. */
final class TestServer implements AutoCloseable {
    private final WebServer server;

    TestServer(Sessions sessions, List<HttpService> routes) {
        HttpRouting.Builder routing =
                HttpRouting.builder().addFilter(new Callers(sessions)).error(InvalidBody.class, TestServer::invalid);
        routes.forEach(routing::register);
        this.server = WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .addRouting(routing)
                .build()
                .start();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private static void invalid(ServerRequest request, ServerResponse response, InvalidBody invalid) {
        ObjectNode json = Json.object().put("detail", invalid.getMessage());
        ArrayNode errors = json.putArray("errors");
        invalid.errors()
                .forEach(error ->
                        errors.addObject().put("pointer", error.pointer()).put("detail", error.detail()));
        response.status(invalid.status());
        Json.send(response, json);
    }

    @Override
    public void close() {
        server.stop();
    }
}
