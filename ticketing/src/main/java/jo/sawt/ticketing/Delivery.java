package jo.sawt.ticketing;

import java.time.Duration;

/** How one attempt to send went. */
public sealed interface Delivery {
    /** The provider has taken it, under its own id. */
    record Sent(String providerId) implements Delivery {}

    /** Not now; again later. */
    record Deferred(String code, Duration after) implements Delivery {}

    /** Not tried, since others go before it; then again, as if it had not been asked for. */
    record Held(String code, Duration after) implements Delivery {}

    /** Never, as it is: to the dead letters, shown to staff. */
    record Rejected(String code) implements Delivery {}
}
