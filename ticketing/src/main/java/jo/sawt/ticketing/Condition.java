package jo.sawt.ticketing;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Under which a write counts.
 *
 * @param version that the caller has seen; another one now makes the write stale
 * @param key of the caller for this write ({@code Idempotency-Key}, {@code clientId}); the same again changes nothing
 */
public record Condition(OptionalLong version, Optional<String> key) {
    public static final Condition NONE = new Condition(OptionalLong.empty(), Optional.empty());

    public Condition {
        if (key.filter(k -> k.isBlank() || k.length() > 200).isPresent()) {
            throw new IllegalArgumentException("a key of a write needs 1 to 200 characters");
        }
    }
}
