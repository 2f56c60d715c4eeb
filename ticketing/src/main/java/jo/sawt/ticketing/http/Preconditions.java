package jo.sawt.ticketing.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import jo.sawt.ticketing.Condition;

/** {@code If-Match} and {@code Idempotency-Key}. */
final class Preconditions {
    private static final HeaderName IDEMPOTENCY_KEY = HeaderNames.create("Idempotency-Key");
    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"?([0-9]{1,18})\"?");
    private static final int LONGEST_KEY = 200;

    private Preconditions() {}

    static Condition of(ServerRequest request) {
        return of(request, Optional.empty());
    }

    /** The condition of a write, whose key the body may give too; the header comes first. */
    static Condition of(ServerRequest request, Optional<String> clientId) {
        Optional<String> key = request.headers().first(IDEMPOTENCY_KEY).or(() -> clientId);
        if (key.filter(it -> it.isBlank() || it.length() > LONGEST_KEY).isPresent()) {
            throw Problem.malformed(request, "staff.idempotency");
        }
        return new Condition(version(request), key);
    }

    static OptionalLong version(ServerRequest request) {
        Optional<String> tag = request.headers().first(HeaderNames.IF_MATCH).map(String::strip);
        if (tag.isEmpty() || tag.get().equals("*")) {
            return OptionalLong.empty();
        }
        var matcher = VERSION.matcher(tag.get());
        if (!matcher.matches()) {
            throw Problem.malformed(request, "staff.if.match");
        }
        return OptionalLong.of(Long.parseLong(matcher.group(1)));
    }
}
