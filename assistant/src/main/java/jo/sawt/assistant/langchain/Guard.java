package jo.sawt.assistant.langchain;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.RateLimitException;
import io.helidon.faulttolerance.Bulkhead;
import io.helidon.faulttolerance.BulkheadException;
import io.helidon.faulttolerance.CircuitBreaker;
import io.helidon.faulttolerance.CircuitBreakerOpenException;
import io.helidon.faulttolerance.Retry;
import io.helidon.faulttolerance.Timeout;
import io.helidon.faulttolerance.TimeoutException;
import java.time.Duration;
import java.util.function.Supplier;
import jo.sawt.assistant.ModelAway;
import jo.sawt.assistant.ModelAway.Reason;
import jo.sawt.ticketing.Decision;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a weak model server from weakening Sawt: few talks at once and none waiting, each within a budget of time, none at all
 * for a while after many have failed; what may work a moment later is tried once more.
 */
final class Guard {
    static final int MOST_AT_ONCE = 16;
    static final int VOLUME = 10;

    private static final Duration REST = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(150);

    private final Bulkhead bulkhead =
            Bulkhead.builder().limit(MOST_AT_ONCE).queueLength(0).build();
    private final CircuitBreaker breaker =
            CircuitBreaker.builder().volume(VOLUME).errorRatio(50).delay(REST).build();
    private final Retry retry = Retry.builder()
            .calls(2)
            .delay(PAUSE)
            .addApplyOn(RateLimitException.class)
            .addApplyOn(InternalServerException.class)
            .build();
    private final Timeout timeout;

    Guard(Duration budget) {
        this.timeout = Timeout.create(budget);
    }

    Decision talk(Supplier<Decision> talk) {
        try {
            return bulkhead.invoke(() -> breaker.invoke(() -> timeout.invoke(talk)));
        } catch (RuntimeException e) {
            throw new ModelAway(reason(e), e);
        }
    }

    <T> T exchange(Supplier<T> exchange) {
        return retry.invoke(exchange);
    }

    static Reason reason(@Nullable Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            switch (at) {
                case TimeoutException slow -> {
                    return Reason.SLOW;
                }
                case dev.langchain4j.exception.TimeoutException slow -> {
                    return Reason.SLOW;
                }
                case BulkheadException full -> {
                    return Reason.BUSY;
                }
                case CircuitBreakerOpenException open -> {
                    return Reason.BREAKER_OPEN;
                }
                case RateLimitException limited -> {
                    return Reason.RATE_LIMITED;
                }
                case AuthenticationException refused -> {
                    return Reason.REFUSED;
                }
                case dev.langchain4j.service.output.OutputParsingException nonsense -> {
                    return Reason.NONSENSE;
                }
                default -> {}
            }
        }
        return Reason.FAILED;
    }
}
