package jo.sawt.ticketing;

import java.time.Instant;
import java.util.Optional;

/** The store of codes that stand for a proof, one a ticket. Every method throws {@link DeskUnavailable} while the store is away. */
public interface Codes {
    /** Puts a code in the place of the last one; false where the ticket has had too many since an instant. */
    boolean put(Reference ticket, PasswordHash code, Instant expires, Instant now);

    /** The code that is in force, this being one more try of it; empty where there is none or it was tried too often. */
    Optional<PasswordHash> tried(Reference ticket, Instant now);

    /**
     * Uses up the code that the last try was right about: true for one caller only. A pass stands for it until an instant.
     *
     * @param pass a digest of it
     */
    boolean use(Reference ticket, PasswordHash code, String pass, Instant until);

    /** Whether a pass, by its digest, is in force. */
    boolean passes(Reference ticket, String pass, Instant now);

    void removeExpired(Instant now);
}
