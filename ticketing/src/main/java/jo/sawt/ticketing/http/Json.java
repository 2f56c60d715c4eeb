package jo.sawt.ticketing.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** JSON as it leaves. */
final class Json {
    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A field that is null where there is no value. */
    static void put(ObjectNode object, String field, Optional<?> value) {
        value.ifPresentOrElse(it -> object.put(field, it.toString()), () -> object.putNull(field));
    }

    /** A field that is left out where there is no value. */
    static void putIfPresent(ObjectNode object, String field, Optional<?> value) {
        value.ifPresent(it -> object.put(field, it.toString()));
    }

    /** Nothing that staff see may stay in a cache on the way. */
    static void send(ServerResponse response, JsonNode body) {
        response.header(HeaderValues.CONTENT_TYPE_JSON);
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        response.send(body.toString().getBytes(StandardCharsets.UTF_8));
    }
}
