package jo.sawt.ticketing;

import java.time.Instant;
import java.util.Optional;

/** The store of signed-in sessions, which holds no token but its SHA-256: a port. Each method may throw {@link DeskUnavailable}. */
public interface Tokens {
    /** A token that was given out, by its hash in hexadecimal. */
    record Stored(String hash, Username username, Instant expires) {}

    void add(Stored token);

    Optional<Stored> find(String hash);

    void remove(String hash);

    void removeAllOf(Username username);

    void removeExpired(Instant now);
}
