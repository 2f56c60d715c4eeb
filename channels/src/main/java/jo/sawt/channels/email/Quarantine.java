package jo.sawt.channels.email;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Messages that did not become words of a citizen, kept whole: those nobody could read, and those of machines. */
public interface Quarantine {
    /** Keeps one; false where the key is kept already, which is the same message. */
    boolean keep(String key, String reason, RawLetter raw, Instant at);

    long size();

    /** The newest first, those before a place in that order. */
    List<Kept> list(Optional<Instant> before, int limit);

    Optional<Kept> find(String key);

    /** As it came, to be closed by the caller. */
    Optional<RawLetter> raw(String key);

    /** Notes that it became a message after all. */
    void released(String key, String ticket, Instant at);

    /**
     * One of them.
     *
     * @param ticket that it was taken into later
     */
    record Kept(String key, String reason, Instant at, long bytes, Optional<String> ticket) {}
}
