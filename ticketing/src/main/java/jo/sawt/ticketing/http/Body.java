package jo.sawt.ticketing.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jo.sawt.ticketing.Messages;

/** The JSON object of a request. Reading a field notes what is wrong with it; {@link #check} refuses all of it together. */
final class Body {
    static final int LONG = 8_000;
    static final int SHORT = 1_000;
    private static final int MOST_BYTES = 128 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ServerRequest request;
    private final JsonNode object;
    private final List<InvalidBody.Detail> errors = new ArrayList<>();

    private Body(ServerRequest request, JsonNode object) {
        this.request = request;
        this.object = object;
    }

    /** The object sent, or an empty one where nothing was. */
    static Body of(ServerRequest request) {
        if (!request.content().hasEntity()) {
            return new Body(request, JsonNodeFactory.instance.objectNode());
        }
        if (request.headers()
                .contentType()
                .filter(type -> !type.mediaType().text().equals("application/json"))
                .isPresent()) {
            throw Problem.of(request, Status.UNSUPPORTED_MEDIA_TYPE_415, "staff.body.type");
        }
        byte[] bytes = bytes(request);
        try {
            JsonNode node = bytes.length == 0 ? JsonNodeFactory.instance.objectNode() : JSON.readTree(bytes);
            if (node.isObject()) {
                return new Body(request, node);
            }
        } catch (JsonProcessingException e) {
            throw Problem.malformed(request, "staff.body.json");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw Problem.malformed(request, "staff.body.json");
    }

    private static byte[] bytes(ServerRequest request) {
        try (var stream = request.content().inputStream()) {
            byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw Problem.of(request, Status.REQUEST_ENTITY_TOO_LARGE_413, "staff.body.size");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ServerRequest request() {
        return request;
    }

    boolean has(String field) {
        return !object.path(field).isMissingNode() && !object.path(field).isNull();
    }

    /** A text that must be there. Empty, and noted, where it is not or is too long. */
    String text(String field, int longest) {
        JsonNode node = object.path(field);
        if (!node.isTextual() || node.asText().isBlank() || node.asText().length() > longest) {
            wrong(field, "staff.field.text", String.valueOf(longest));
            return "";
        }
        return node.asText();
    }

    Optional<String> optionalText(String field, int longest) {
        return has(field) ? Optional.of(text(field, longest)).filter(text -> !text.isEmpty()) : Optional.empty();
    }

    /** A value of a closed set that must be there, by its wire form. */
    <T> Optional<T> value(String field, Function<String, Optional<T>> parse) {
        JsonNode node = object.path(field);
        Optional<T> value = node.isTextual() ? parse.apply(node.asText()) : Optional.empty();
        if (value.isEmpty()) {
            wrong(field, "staff.field.value");
        }
        return value;
    }

    <T> Optional<T> optionalValue(String field, Function<String, Optional<T>> parse) {
        return has(field) ? value(field, parse) : Optional.empty();
    }

    /** Values of a closed set, or texts, in a list that must be there. */
    <T> List<T> values(String field, int most, Function<String, Optional<T>> parse) {
        JsonNode node = object.path(field);
        List<T> values = new ArrayList<>();
        if (!node.isArray() || node.size() > most) {
            wrong(field, "staff.field.list", String.valueOf(most));
            return values;
        }
        for (int i = 0; i < node.size(); i++) {
            Optional<T> value =
                    node.get(i).isTextual() ? parse.apply(node.get(i).asText()) : Optional.empty();
            if (value.isEmpty()) {
                wrong(field + "/" + i, "staff.field.value");
            }
            value.ifPresent(values::add);
        }
        return values;
    }

    boolean flag(String field) {
        JsonNode node = object.path(field);
        if (!node.isBoolean()) {
            wrong(field, "staff.field.flag");
        }
        return node.asBoolean();
    }

    long number(String field, long least, long most) {
        JsonNode node = object.path(field);
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.asLong() < least || node.asLong() > most) {
            wrong(field, "staff.field.number", String.valueOf(least), String.valueOf(most));
            return least;
        }
        return node.asLong();
    }

    void wrong(String field, String key, Object... args) {
        errors.add(new InvalidBody.Detail("/" + field, Messages.text(Problem.language(request), key, args)));
    }

    /** Refuses the request if anything that was read of it is wrong. */
    void check() {
        if (!errors.isEmpty()) {
            throw new InvalidBody(Messages.text(Problem.language(request), "staff.invalid"), errors);
        }
    }
}
