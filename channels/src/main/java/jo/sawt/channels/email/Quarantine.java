package jo.sawt.channels.email;

import java.time.Instant;

/** Messages that did not become words of a citizen, kept whole: those nobody could read, and those of machines. */
public interface Quarantine {
    /** Keeps one; the same key again is the same message. */
    void keep(String key, String reason, byte[] raw, Instant at);

    long size();
}
