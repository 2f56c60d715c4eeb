package jo.sawt.ticketing.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;
import java.util.Set;
import jo.sawt.ticketing.Caller;
import jo.sawt.ticketing.Role;
import jo.sawt.ticketing.Sessions;

/**
 * Finds the caller of each request by its bearer token and leaves it in the request's context, where any route can ask for
 * it. A request without a valid token goes on as nobody's: it is for each route to insist.
 */
public final class Callers implements Filter {
    private static final String SCHEME = "bearer ";

    private final Sessions sessions;

    public Callers(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        token(request).flatMap(sessions::caller).ifPresent(request.context()::register);
        chain.proceed();
    }

    /** The caller, or 401. */
    public static Caller of(ServerRequest request) {
        return request.context().get(Caller.class).orElseThrow(() -> Problem.notSignedIn(request));
    }

    /** The caller with at least one of the roles, or 401 or 403. */
    public static Caller with(ServerRequest request, Set<Role> roles) {
        Caller caller = of(request);
        if (caller.roles().stream().noneMatch(roles::contains)) {
            throw Problem.forbidden(request);
        }
        return caller;
    }

    static Optional<String> token(ServerRequest request) {
        return request.headers()
                .first(HeaderNames.AUTHORIZATION)
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(value -> value.substring(SCHEME.length()).strip());
    }
}
