package jo.sawt.channels.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import jo.sawt.channels.web.ClientFrame.Hello;
import jo.sawt.channels.web.ClientFrame.Ping;
import jo.sawt.channels.web.ClientFrame.Rate;
import jo.sawt.channels.web.ClientFrame.Say;
import jo.sawt.channels.web.ClientFrame.Wrong;
import jo.sawt.ticketing.Attachment;
import jo.sawt.ticketing.InboundMessage;
import jo.sawt.ticketing.InboundMessage.Content;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Rating;

/** Reads what a citizen's program sent; what is wrong with it is a value too. Fields that it does not know, it passes over. */
final class FrameReader {
    private static final int LONGEST_ID = 100;
    private static final int DEEPEST = 16;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
    }

    private FrameReader() {}

    /** The object in a text, empty where there is none. */
    static Optional<JsonNode> object(String text) {
        try {
            return Optional.ofNullable(JSON.readTree(text)).filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    static ClientFrame read(String text) {
        Optional<JsonNode> object = object(text);
        if (object.isEmpty()) {
            return Wrong.of("bad_json");
        }
        JsonNode type = object.get().path("type");
        return type.isTextual() ? read(type.textValue(), object.get()) : new Wrong("missing", "type", Optional.empty());
    }

    /** Reads the fields of a frame whose type is known already. */
    static ClientFrame read(String type, JsonNode frame) {
        return switch (type) {
            case "hello" -> hello(frame);
            case "message" -> message(frame);
            case "option" -> option(frame);
            case "human" -> said(frame, new Content.PersonWanted());
            case "rate" -> rate(frame);
            case "ping" -> new Ping();
            default -> new Wrong("unknown_type", "type", clientId(frame));
        };
    }

    private static ClientFrame hello(JsonNode frame) {
        JsonNode lastSeq = frame.path("lastSeq");
        if (present(lastSeq)
                && (!lastSeq.canConvertToLong() || !lastSeq.isIntegralNumber() || lastSeq.longValue() < 0)) {
            return new Wrong("invalid", "lastSeq", Optional.empty());
        }
        JsonNode lang = frame.path("lang");
        Optional<Lang> chosen = Lang.parse(lang.asText());
        if (present(lang) && chosen.isEmpty()) {
            return new Wrong("invalid", "lang", Optional.empty());
        }
        JsonNode session = frame.path("session");
        Optional<SessionId> known = session.isTextual() ? SessionId.parse(session.textValue()) : Optional.empty();
        return new Hello(known, lastSeq.asLong(0), chosen);
    }

    private static ClientFrame message(JsonNode frame) {
        JsonNode text = frame.path("text");
        if (!text.isTextual()) {
            return new Wrong(present(text) ? "invalid" : "missing", "text", clientId(frame));
        }
        String words = wellFormed(text.textValue());
        if (words.isBlank()) {
            return new Wrong("empty", "text", clientId(frame));
        }
        if (words.length() > InboundMessage.LONGEST) {
            return new Wrong("too_long", "text", clientId(frame));
        }
        return said(frame, new Content.Words(words));
    }

    /** A message that brings files, and words where there are some. */
    static ClientFrame withFiles(JsonNode fields, List<Attachment> files) {
        if (files.isEmpty()) {
            return new Wrong("missing", "file", clientId(fields));
        }
        String words = wellFormed(fields.path("text").asText(""));
        return words.length() > InboundMessage.LONGEST
                ? new Wrong("too_long", "text", clientId(fields))
                : said(fields, new Content.Words(words, files));
    }

    private static ClientFrame option(JsonNode frame) {
        JsonNode id = frame.path("id");
        if (!id.isTextual() || id.textValue().isBlank() || id.textValue().length() > 200) {
            return new Wrong(present(id) ? "invalid" : "missing", "id", clientId(frame));
        }
        return said(frame, new Content.Choice(wellFormed(id.textValue())));
    }

    private static ClientFrame said(JsonNode frame, Content content) {
        Optional<String> clientId = clientId(frame);
        if (clientId.isEmpty()) {
            return new Wrong(present(frame.path("clientId")) ? "invalid" : "missing", "clientId", Optional.empty());
        }
        return new Say(clientId.get(), content);
    }

    private static ClientFrame rate(JsonNode frame) {
        for (String field : new String[] {"solution", "classification", "response"}) {
            JsonNode mark = frame.path(field);
            if (!mark.isIntegralNumber() || !mark.canConvertToInt() || mark.intValue() < 1 || mark.intValue() > 5) {
                return new Wrong(present(mark) ? "invalid" : "missing", field, clientId(frame));
            }
        }
        Rating rating = new Rating(
                frame.path("solution").intValue(),
                frame.path("classification").intValue(),
                frame.path("response").intValue());
        return new Rate(clientId(frame), rating);
    }

    private static Optional<String> clientId(JsonNode frame) {
        String id = frame.path("clientId").isTextual() ? frame.path("clientId").textValue() : "";
        boolean fit = !id.isBlank()
                && id.length() <= LONGEST_ID
                && id.chars().noneMatch(Character::isISOControl)
                && wellFormed(id).equals(id);
        return fit ? Optional.of(id) : Optional.empty();
    }

    private static boolean present(JsonNode node) {
        return !node.isMissingNode() && !node.isNull();
    }

    /** Half a surrogate pair can be written in JSON but not in UTF-8, in which everything is stored. */
    private static String wellFormed(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }
}
