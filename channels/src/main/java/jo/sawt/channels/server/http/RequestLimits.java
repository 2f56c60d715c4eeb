package jo.sawt.channels.server.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Bounds how fast one caller may call: who bears a token by the token, anybody else by the network address. Pages, health and
 * metrics are free. A proxy on this very machine is believed when it says who called it.
 */
public final class RequestLimits implements Filter {
    static final int PER_SECOND = 40;
    static final int AT_ONCE = 200;
    private static final int CALLERS = 100_000;

    private final LoadingCache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(CALLERS)
            .expireAfterAccess(Duration.ofMinutes(1))
            .build(caller -> Bucket.builder()
                    .addLimit(limit -> limit.capacity(AT_ONCE).refillGreedy(PER_SECOND, Duration.ofSeconds(1)))
                    .build());

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        if (!request.path().path().startsWith("/api/")) {
            chain.proceed();
            return;
        }
        ConsumptionProbe probe = buckets.get(caller(request)).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            chain.proceed();
        } else {
            long seconds = 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
            Problems.refuse(
                    request,
                    response,
                    Status.TOO_MANY_REQUESTS_429,
                    HeaderValues.create(HeaderNames.RETRY_AFTER, String.valueOf(seconds)));
        }
    }

    private static String caller(RoutingRequest request) {
        return request.headers()
                .first(HeaderNames.AUTHORIZATION)
                .or(() -> forwarded(request))
                .orElseGet(() -> request.remotePeer().host());
    }

    private static Optional<String> forwarded(RoutingRequest request) {
        boolean fromHere = request.remotePeer().address() instanceof InetSocketAddress peer
                && Optional.ofNullable(peer.getAddress())
                        .filter(InetAddress::isLoopbackAddress)
                        .isPresent();
        return fromHere
                ? request.headers()
                        .first(HeaderNames.X_FORWARDED_FOR)
                        .map(hops -> Arrays.asList(hops.split(",")).getLast().strip())
                : Optional.empty();
    }
}
