package jo.sawt.channels.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Messages;

/**
 * The page, the widget and their texts. Few and small, so they are held in memory; their tags are made of their content,
 * since the times of files in a reproducible build are all the same and would never tell a new version from an old one.
 */
final class Assets implements HttpService {
    private static final String HTML = "text/html; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";
    private static final String JSON = "application/json";
    private static final String SVG = "image/svg+xml";
    private static final List<String> MODULES =
            List.of("client", "drafts", "element", "format", "rating", "shell", "texts", "view");

    private static final Header POLICY = HeaderValues.create(
            HeaderNames.create("Content-Security-Policy"),
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    private static final Header NO_SNIFF = HeaderValues.create("X-Content-Type-Options", "nosniff");
    private static final Header NO_REFERRER = HeaderValues.create("Referrer-Policy", "no-referrer");
    private static final Header REVALIDATE = HeaderValues.create(HeaderNames.CACHE_CONTROL, "no-cache");
    private static final Header ANY_ORIGIN = HeaderValues.create(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    private static final Header ANY_SITE = HeaderValues.create("Cross-Origin-Resource-Policy", "cross-origin");

    @Override
    public void routing(HttpRules rules) {
        serve(rules, "/", HTML, file("index.html"));
        serve(rules, "/page.css", STYLE, file("page.css"));
        serve(rules, "/page.js", SCRIPT, file("page.js"));
        serve(rules, "/favicon.svg", SVG, file("favicon.svg"));
        serve(rules, "/widget.js", SCRIPT, file("widget.js"));
        serve(rules, "/widget/widget.css", STYLE, file("widget/widget.css"));
        MODULES.forEach(name -> serve(rules, "/widget/" + name + ".js", SCRIPT, file("widget/" + name + ".js")));
        for (Lang lang : Lang.values()) {
            serve(rules, "/widget/texts-" + lang.wire() + ".json", JSON, texts(lang));
        }
    }

    private static void serve(HttpRules rules, String path, String type, byte[] content) {
        String tag = tag(content);
        Handler handler = (request, response) -> {
            if (describe(type, tag, request, response)) {
                response.header(HeaderNames.CONTENT_TYPE, type).send(content);
            } else {
                response.status(Status.NOT_MODIFIED_304).send();
            }
        };
        rules.get(path, handler);
        rules.head(path, handler);
    }

    /** Sets the headers; false where the reader has this content already. */
    private static boolean describe(String type, String tag, ServerRequest request, ServerResponse response) {
        response.header(HeaderNames.ETAG, tag)
                .header(REVALIDATE)
                .header(NO_SNIFF)
                .header(NO_REFERRER);
        if (type.equals(HTML)) {
            response.header(POLICY);
        } else {
            response.header(ANY_ORIGIN).header(ANY_SITE);
        }
        return request.headers()
                .first(HeaderNames.IF_NONE_MATCH)
                .filter(has -> has.contains(tag))
                .isEmpty();
    }

    private static byte[] texts(Lang lang) {
        ObjectNode texts = JsonNodeFactory.instance.objectNode();
        for (String key : new TreeSet<>(Messages.keys(lang))) {
            if (key.startsWith("chat.") && !key.startsWith("chat.error.")) {
                texts.put(key.substring("chat.".length()), Messages.text(lang, key, "{0}", "{1}", "{2}"));
            }
        }
        return texts.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] file(String name) {
        try (var in = Assets.class.getResourceAsStream("assets/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the file " + name + " of the chat page is missing from the build");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String tag(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return '"'
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(digest)
                            .substring(0, 22)
                    + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
