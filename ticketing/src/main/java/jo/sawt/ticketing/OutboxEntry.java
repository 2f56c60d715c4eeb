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

    static OutboxEntry of(long seq, Kind kind, Instant due) {
        return new OutboxEntry(
                seq, kind, State.OWED, new Attempts(0, due, Optional.empty()), Optional.empty(), Optional.empty());
    }

    OutboxEntry leased(Lease lease) {
        Attempts more = new Attempts(attempts.made() + 1, attempts.due(), Optional.of(lease));
        return new OutboxEntry(seq, kind, state, more, code, providerId);
    }

    OutboxEntry released() {
        Attempts back = new Attempts(Math.max(0, attempts.made() - 1), attempts.due(), Optional.empty());
        return new OutboxEntry(seq, kind, state, back, code, providerId);
    }

    OutboxEntry sent(String id) {
        return new OutboxEntry(seq, kind, State.SENT, done(), Optional.empty(), Optional.of(id));
    }

    OutboxEntry dead(String why) {
        return new OutboxEntry(seq, kind, State.DEAD, done(), Optional.of(why), Optional.empty());
    }

    OutboxEntry again(String why, Instant due) {
        Attempts next = new Attempts(attempts.made(), due, Optional.empty());
        return new OutboxEntry(seq, kind, State.OWED, next, Optional.of(why), Optional.empty());
    }

    /** As it was before this attempt, which was none, but not before a time. */
    OutboxEntry held(Instant due) {
        Attempts back = new Attempts(Math.max(0, attempts.made() - 1), due, Optional.empty());
        return new OutboxEntry(seq, kind, State.OWED, back, code, Optional.empty());
    }

    private Attempts done() {
        return new Attempts(attempts.made(), attempts.due(), Optional.empty());
    }

    /** When it can be taken up by a node that does not hold it. */
    Instant wake() {
        return attempts.lease().map(Lease::until).orElse(attempts.due());
    }

    /** To whom: the citizen through a channel, or the conversation of a ticket that is not its newest. */
    public enum Kind {
        SEND,
        CARRY;

        public String wire() {
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
