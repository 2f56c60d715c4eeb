package jo.sawt.ticketing;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A message owed, until it is taken.
 *
 * @param seq the entry of the timeline that it sends
 * @param code of the last failure
 * @param providerId under which the channel took it
 */
public record OutboxEntry(
        long seq, Kind kind, State state, Attempts attempts, Optional<String> code, Optional<String> providerId) {

    /** To whom: the citizen through a channel, or the conversation of a ticket that is not its newest. */
    public enum Kind {
        SEND,
        CARRY;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where it stands. */
    public enum State {
        OWED,
        SENT,
        DEAD;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How often it was tried.
     *
     * @param due not to be tried before
     */
    public record Attempts(int made, Instant due, Optional<Lease> lease) {}
}
