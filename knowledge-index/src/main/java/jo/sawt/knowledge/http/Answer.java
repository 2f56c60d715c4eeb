package jo.sawt.knowledge.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Sends JSON, with an entity tag where the caller may keep it; a caller always asks again, so that a change shows at once. */
final class Answer {
    private Answer() {}

    static void json(ServerResponse response, JsonNode json) {
        response.header(HeaderValues.CONTENT_TYPE_JSON);
        response.send(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Sends what {@code tag} stands for, or only that it is still the same. */
    static void tagged(ServerRequest request, ServerResponse response, String tag, JsonNode json) {
        response.header(HeaderValues.create(HeaderNames.CACHE_CONTROL, "no-cache"));
        response.header(HeaderValues.create(HeaderNames.ETAG, tag));
        if (matches(request, tag)) {
            response.status(Status.NOT_MODIFIED_304).send();
        } else {
            json(response, json);
        }
    }

    private static boolean matches(ServerRequest request, String tag) {
        Optional<String> known = request.headers().first(HeaderNames.IF_NONE_MATCH);
        return known.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .anyMatch(one -> one.equals("*") || weak(one).equals(weak(tag)));
    }

    private static String weak(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }

    static ObjectNode list(List<? extends JsonNode> items, Optional<String> next) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode list = json.putArray("items");
        items.forEach(list::add);
        return json.put("next", next.orElse(null));
    }
}
