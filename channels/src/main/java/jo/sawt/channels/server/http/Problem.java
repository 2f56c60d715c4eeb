package jo.sawt.channels.server.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.Status;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Messages;

/**
 * What a refused or failed request is told (RFC 9457, application/problem+json).
 *
 * @param errors what is wrong in the body, each at a JSON pointer
 */
record Problem(Status status, String title, String detail, List<Detail> errors) {
    static final String CONTENT_TYPE = "application/problem+json";
    private static final Set<Integer> TITLED = Set.of(400, 401, 403, 404, 405, 409, 412, 413, 415, 422, 429, 503);

    record Detail(String pointer, String detail) {}

    /** With the title and detail that the catalogue has for a status. */
    static Problem of(Status status, Lang lang) {
        return new Problem(
                status, title(status, lang), Messages.text(lang, "problem.detail." + key(status)), List.of());
    }

    static Problem of(Status status, Lang lang, String detail, List<Detail> errors) {
        return new Problem(status, title(status, lang), detail, errors);
    }

    private static String title(Status status, Lang lang) {
        return Messages.text(lang, "problem.title." + key(status));
    }

    private static String key(Status status) {
        if (TITLED.contains(status.code())) {
            return String.valueOf(status.code());
        }
        return status.code() < 500 ? "400" : "500";
    }

    byte[] json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status.code())
                .put("detail", detail);
        if (!errors.isEmpty()) {
            var array = json.putArray("errors");
            errors.forEach(
                    error -> array.addObject().put("pointer", error.pointer()).put("detail", error.detail()));
        }
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
