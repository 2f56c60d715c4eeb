package jo.sawt.channels.server.http;

import io.helidon.health.HealthCheck;
import io.helidon.health.HealthCheckResponse;
import io.helidon.health.HealthCheckType;
import io.helidon.webserver.observe.health.HealthObserver;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** {@code /observe/health}: whether this process lives, whether it can serve, and which channels are on. */
public final class Health {
    private Health() {}

    /**
     * The checks.
     *
     * @param store whether the store answers
     * @param serving whether requests are taken, not so while it starts and stops
     * @param learned whether the assistant answers yet; until then its turns wait
     * @param channels each with whether it is on; one that is off is no fault
     */
    public static HealthObserver of(
            BooleanSupplier store, BooleanSupplier serving, BooleanSupplier learned, Map<String, Boolean> channels) {
        return HealthObserver.builder()
                .details(true)
                .useSystemServices(false)
                .addCheck(check(
                        "process",
                        HealthCheckType.LIVENESS,
                        () -> HealthCheckResponse.builder().status(true).build()))
                .addCheck(check(
                        "store",
                        HealthCheckType.READINESS,
                        () -> HealthCheckResponse.builder()
                                .status(store.getAsBoolean())
                                .build()))
                .addCheck(check(
                        "serving",
                        HealthCheckType.READINESS,
                        () -> HealthCheckResponse.builder()
                                .status(serving.getAsBoolean())
                                .build()))
                .addCheck(check(
                        "assistant",
                        HealthCheckType.STARTUP,
                        () -> HealthCheckResponse.builder()
                                .status(true)
                                .detail("state", learned.getAsBoolean() ? "answers" : "learns")
                                .build()))
                .addCheck(check("channels", HealthCheckType.STARTUP, () -> {
                    var response = HealthCheckResponse.builder().status(true);
                    channels.forEach((name, on) -> response.detail(name, on ? "on" : "off: not set up"));
                    return response.build();
                }))
                .build();
    }

    private static HealthCheck check(
            String name, HealthCheckType type, java.util.function.Supplier<HealthCheckResponse> check) {
        return new HealthCheck() {
            @Override
            public HealthCheckType type() {
                return type;
            }

            @Override
            public String name() {
                return name;
            }

            @Override
            public String path() {
                return name;
            }

            @Override
            public HealthCheckResponse call() {
                return check.get();
            }
        };
    }
}
