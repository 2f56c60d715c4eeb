package jo.sawt.channels.email;

import java.time.Instant;
import java.util.Optional;

/** How a mailbox stands: connected since, or failing and why. */
public record MailboxState(Optional<Instant> connectedSince, Optional<Failing> failing) {
    static final MailboxState NEVER = new MailboxState(Optional.empty(), Optional.empty());

    /** The kind of the failure, and when it was last seen. */
    public record Failing(String code, Instant at) {}
}
