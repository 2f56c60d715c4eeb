package jo.sawt.channels.server.http;

import io.helidon.common.context.Context;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.UUID;
import java.util.regex.Pattern;

/** Gives each request an id, the caller's own where it has one, so that a reply and a log line can be matched. */
public final class RequestIds implements Filter {
    private static final HeaderName HEADER = HeaderNames.create("X-Request-Id");
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private record Id(String value) {}

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        String id = request.headers()
                .first(HEADER)
                .filter(value -> FORM.matcher(value).matches())
                .orElseGet(() -> UUID.randomUUID().toString());
        request.context().register(new Id(id));
        tell(request, response);
        chain.proceed();
    }

    static void tell(ServerRequest request, ServerResponse response) {
        response.header(HEADER, of(request));
    }

    static String of(ServerRequest request) {
        Context context = request.context();
        return context.get(Id.class).map(Id::value).orElse("-");
    }
}
