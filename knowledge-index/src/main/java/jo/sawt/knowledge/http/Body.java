package jo.sawt.knowledge.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpMediaType;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jo.sawt.knowledge.Text;

/** Reads bodies with bounds on their type and size. */
final class Body {
    private static final int MOST_JSON = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(20)
                        .maxNumberLength(40)
                        .build());
    }

    private Body() {}

    /** A JSON object of at most 1 MiB. */
    static ObjectNode object(ServerRequest request) {
        demand(request, List.of("application/json"));
        try (InputStream in = request.content().inputStream()) {
            byte[] bytes = in.readNBytes(MOST_JSON + 1);
            if (bytes.length > MOST_JSON) {
                throw Problems.of(request, Status.REQUEST_ENTITY_TOO_LARGE_413, Problems.TOO_LARGE);
            }
            JsonNode json = JSON.readTree(bytes);
            if (json instanceof ObjectNode object) {
                return object;
            }
            throw Problems.of(request, Status.BAD_REQUEST_400, Problems.NOT_JSON);
        } catch (JsonProcessingException e) {
            throw Problems.of(request, Status.BAD_REQUEST_400, Problems.NOT_JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses a body of another type; one of no type at all is taken for what is wanted. */
    static void demand(ServerRequest request, List<String> types) {
        Optional<String> given =
                request.headers().first(HeaderNames.CONTENT_TYPE).map(Body::essence);
        if (given.isPresent() && !types.contains(given.get())) {
            String wanted = String.join(", ", types);
            throw Problems.of(
                    request,
                    Status.UNSUPPORTED_MEDIA_TYPE_415,
                    new Text(Problems.MEDIA.ar() + wanted, Problems.MEDIA.en() + wanted));
        }
    }

    private static String essence(String contentType) {
        try {
            return HttpMediaType.create(contentType).mediaType().text().toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return contentType;
        }
    }
}
