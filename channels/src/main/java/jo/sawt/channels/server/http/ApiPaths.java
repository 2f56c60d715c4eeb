package jo.sawt.channels.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The description of the API (OpenAPI 3.1): served at {@code /openapi}, and asked which methods a path takes. */
public final class ApiPaths implements HttpService {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}/]+}");

    private final byte[] document;
    private final List<Known> known = new ArrayList<>();

    private record Known(Pattern form, Set<String> methods) {}

    private ApiPaths(byte[] document, JsonNode api) {
        this.document = document;
        api.path("paths").properties().forEach(path -> {
            Set<String> methods = new TreeSet<>();
            path.getValue().properties().forEach(entry -> {
                if (METHODS.contains(entry.getKey())) {
                    methods.add(entry.getKey().toUpperCase(Locale.ROOT));
                }
            });
            known.add(new Known(form(path.getKey()), methods));
        });
    }

    private static Pattern form(String template) {
        StringBuilder form = new StringBuilder();
        var parameters = PARAMETER.matcher(template);
        int end = 0;
        while (parameters.find()) {
            form.append(Pattern.quote(template.substring(end, parameters.start())))
                    .append("[^/]+");
            end = parameters.end();
        }
        return Pattern.compile(
                form.append(Pattern.quote(template.substring(end))).toString());
    }

    /** Reads the packaged document. */
    public static ApiPaths load() {
        try (InputStream in = ApiPaths.class.getResourceAsStream("openapi.json")) {
            if (in == null) {
                throw new IllegalStateException("openapi.json is missing from the build");
            }
            byte[] document = in.readAllBytes();
            return new ApiPaths(document, new ObjectMapper().readTree(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The methods that a path takes, in upper case; none for a path that is not of the API. */
    Set<String> methods(String path) {
        Set<String> methods = new TreeSet<>();
        for (Known one : known) {
            if (one.form().matcher(path).matches()) {
                methods.addAll(one.methods());
            }
        }
        return methods;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/openapi", (request, response) -> {
            response.header(HeaderValues.CONTENT_TYPE_JSON);
            response.send(document);
        });
    }
}
