package jo.sawt.channels.sms;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;

/** Twilio asked us to slow down. */
final class Throttled extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final String retryAfter;

    Throttled(String retryAfter) {
        super("too many requests", null, false, false);
        this.retryAfter = retryAfter;
    }

    /** How long it asked us to wait, where it said so in seconds. */
    Optional<Duration> asked() {
        return asked(Duration.ZERO);
    }

    Optional<Duration> asked(Duration atLeast) {
        if (!retryAfter.matches("[0-9]{1,9}")) {
            return Optional.empty();
        }
        Duration said = Duration.ofSeconds(Long.parseLong(retryAfter));
        Duration bounded = said.compareTo(LONGEST) > 0 ? LONGEST : said;
        return Optional.of(bounded.compareTo(atLeast) < 0 ? atLeast : bounded);
    }
}
