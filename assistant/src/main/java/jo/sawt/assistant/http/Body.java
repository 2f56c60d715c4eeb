package jo.sawt.assistant.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.InboundMessage;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Messages;

/** A request body, checked. */
record Body(String text, Optional<Lang> lang, Optional<String> session, Channel channel) {
    private static final int MOST_BYTES = 128 * 1024;
    private static final int LONGEST_SESSION = 128;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param in the language of error messages */
    static Body of(ServerRequest request, Lang in) {
        JsonNode body = read(request, in);
        List<InvalidBody.Detail> errors = new ArrayList<>();
        String text = body.path("text").isTextual() ? body.path("text").asText() : "";
        if (text.isBlank() || text.length() > InboundMessage.LONGEST) {
            errors.add(new InvalidBody.Detail("/text", Messages.text(in, "error.answers.text")));
        }
        Optional<Lang> lang = parsed(body, "lang", Lang::parse, "error.answers.lang", in, errors);
        Optional<Channel> channel = parsed(body, "channel", Channel::parse, "error.answers.channel", in, errors);
        Optional<String> session = parsed(body, "session", Body::session, "error.answers.session", in, errors);
        if (!errors.isEmpty()) {
            throw new InvalidBody(Messages.text(in, "error.answers.body"), errors);
        }
        return new Body(text, lang, session, channel.orElse(Channel.WEB));
    }

    private static Optional<String> session(String value) {
        return value.isBlank() || value.length() > LONGEST_SESSION ? Optional.empty() : Optional.of(value);
    }

    private static <T> Optional<T> parsed(
            JsonNode body,
            String field,
            java.util.function.Function<String, Optional<T>> parse,
            String message,
            Lang in,
            List<InvalidBody.Detail> errors) {
        JsonNode node = body.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        Optional<T> value = node.isTextual() ? parse.apply(node.asText()) : Optional.empty();
        if (value.isEmpty()) {
            errors.add(new InvalidBody.Detail("/" + field, Messages.text(in, message)));
        }
        return value;
    }

    private static JsonNode read(ServerRequest request, Lang in) {
        if (request.headers()
                .contentType()
                .filter(type -> !type.mediaType().text().equals("application/json"))
                .isPresent()) {
            throw new HttpException(Messages.text(in, "error.answers.type"), Status.UNSUPPORTED_MEDIA_TYPE_415);
        }
        try (var stream = request.content().inputStream()) {
            byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new HttpException(Messages.text(in, "error.answers.size"), Status.REQUEST_ENTITY_TOO_LARGE_413);
            }
            JsonNode node = JSON.readTree(bytes);
            if (node == null || !node.isObject()) {
                throw new HttpException(Messages.text(in, "error.answers.json"), Status.BAD_REQUEST_400);
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new HttpException(Messages.text(in, "error.answers.json"), Status.BAD_REQUEST_400);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
