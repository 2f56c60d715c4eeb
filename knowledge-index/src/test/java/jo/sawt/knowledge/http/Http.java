package jo.sawt.knowledge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** A caller of the routes. */
final class Http {
    private static final JsonMapper JSON = new JsonMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;

    Http(int port) {
        this.base = URI.create("http://localhost:" + port);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = send(request(path));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json(response);
    }

    static JsonNode json(HttpResponse<String> response) throws JsonProcessingException {
        return JSON.readTree(response.body());
    }

    int status(String path) throws IOException, InterruptedException {
        return send(request(path)).statusCode();
    }

    HttpResponse<String> put(String id, JsonNode body, String editor, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder put = request("/api/v1/services/" + id)
                .header("Authorization", editor)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body.toString()));
        return send(headers.length == 0 ? put : put.headers(headers));
    }

    HttpResponse<String> post(String path, String body, String editor) throws IOException, InterruptedException {
        return send(request(path)
                .header("Authorization", editor)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> take(String query, String lines) throws IOException, InterruptedException {
        return send(request("/api/v1/registry/import?" + query)
                .header("Authorization", "all")
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(lines)));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
