package jo.sawt.channels.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Calls the API as one member of staff, or as nobody before signing in. */
public final class StaffClient {
    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final SawtProcess server;
    private String token = "";

    public StaffClient(HttpClient http, SawtProcess server) {
        this.http = http;
        this.server = server;
    }

    /** Signs in, so that every later call is made as this member of staff. */
    public StaffClient signIn(String username, String password) {
        ObjectNode body = JSON.createObjectNode().put("username", username).put("password", password);
        token = post("/api/v1/sign-in", body, 200).path("token").asText();
        return this;
    }

    /** The answer to a request for a path, which must have the expected status. */
    public JsonNode get(String path, int expected) {
        return call(request(path).GET().build(), expected);
    }

    JsonNode post(String path, JsonNode body, int expected) {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        return call(request, expected);
    }

    JsonNode put(String path, JsonNode body, int expected) {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        return call(request, expected);
    }

    void delete(String path) {
        call(request(path).DELETE().build(), 204);
    }

    /** Stores one file. */
    JsonNode upload(String path, String name, byte[] content) {
        String head = "--sawt\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n";
        HttpRequest request = request(path)
                .header("Content-Type", "multipart/form-data; boundary=sawt")
                .POST(HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofString(head),
                        HttpRequest.BodyPublishers.ofByteArray(content),
                        HttpRequest.BodyPublishers.ofString("\r\n--sawt--\r\n")))
                .build();
        return call(request, 201);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private JsonNode call(HttpRequest request, int expected) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != expected) {
                throw new AssertionError(request.method() + " " + request.uri().getPath() + " gave "
                        + response.statusCode() + " " + response.body());
            }
            return response.body().isEmpty() ? JSON.nullNode() : JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
