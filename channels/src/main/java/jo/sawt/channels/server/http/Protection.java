package jo.sawt.channels.server.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/**
 * Headers that keep a browser from doing with our replies what we never meant: nothing inline, nothing from elsewhere, no
 * framing, no guessing of types. The widget is a script of ours within another site's page and needs no frame.
 */
public final class Protection implements Filter {
    private static final List<Header> HEADERS = List.of(
            HeaderValues.create(
                    "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                            + "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
                            + "frame-ancestors 'none'"),
            HeaderValues.create("X-Content-Type-Options", "nosniff"),
            HeaderValues.create("X-Frame-Options", "DENY"),
            HeaderValues.create("Referrer-Policy", "no-referrer"),
            HeaderValues.create("Cross-Origin-Opener-Policy", "same-origin"),
            HeaderValues.create("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"));

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        harden(response);
        chain.proceed();
    }

    static void harden(ServerResponse response) {
        HEADERS.forEach(header -> response.headers().setIfAbsent(header));
    }
}
