package jo.sawt.ticketing;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/**
 * How the desk behaves.
 *
 * @param node the name of this process among those that share a store, different at each start
 * @param sole whether no other process shares the store, so that whatever another holds is left over from a crash
 * @param reportsTo the body that reports of violations go to; without one they wait in the human queue
 */
public record TicketingSettings(
        String node,
        boolean sole,
        Bounds bounds,
        Patience patience,
        Windows windows,
        Optional<DepartmentId> reportsTo) {
    public static final ZoneId ZONE = ZoneId.of("Asia/Amman");

    /** The settings of a process that has its store for itself, or shares it. */
    public static TicketingSettings defaults(boolean sole) {
        return new TicketingSettings(
                UUID.randomUUID().toString(), sole, Bounds.USUAL, Patience.USUAL, Windows.USUAL, Optional.empty());
    }

    public TicketingSettings with(Bounds other) {
        return new TicketingSettings(node, sole, other, patience, windows, reportsTo);
    }

    public TicketingSettings with(Patience other) {
        return new TicketingSettings(node, sole, bounds, other, windows, reportsTo);
    }

    public TicketingSettings with(Windows other) {
        return new TicketingSettings(node, sole, bounds, patience, other, reportsTo);
    }

    public TicketingSettings reportsTo(DepartmentId body) {
        return new TicketingSettings(node, sole, bounds, patience, windows, Optional.of(body));
    }

    /**
     * How much at most.
     *
     * @param entries of one timeline and {@code bytes} of it, before the conversation goes on in a linked ticket
     * @param atOnce turns that run at the same moment, and messages being sent
     * @param attempts to send one message
     */
    public record Bounds(int entries, long bytes, int atOnce, int attempts) {
        public static final Bounds USUAL = new Bounds(200, 512 * 1024, 16, 12);
    }

    /**
     * How long to wait.
     *
     * @param turn for the assistant's decision
     * @param lease before work that another node took is taken over; longer than a turn
     * @param again before a failed turn is tried again
     * @param scan between two looks for work that is due, at least
     */
    public record Patience(Duration turn, Duration lease, Duration again, Duration scan) {
        public static final Patience USUAL = new Patience(
                Duration.ofSeconds(20), Duration.ofSeconds(30), Duration.ofSeconds(2), Duration.ofSeconds(1));

        public Patience {
            if (lease.compareTo(turn) <= 0) {
                throw new IllegalArgumentException("a lease has to outlast a turn");
            }
        }
    }

    /**
     * Until when.
     *
     * @param idle after which a question that was answered is closed
     * @param silence of a citizen who was asked, after which whoever asked goes on without an answer
     * @param reopen after a resolution, within which the citizen may reopen it, at most {@code reopenings} times
     * @param agent for which a citizen may wait for the agent who took the ticket, before it goes back to the queue
     * @param ladder between the missed resolution and the next step up
     */
    public record Windows(
            Duration idle, Duration silence, Duration reopen, int reopenings, Duration agent, Duration ladder) {
        public static final Windows USUAL = new Windows(
                Duration.ofHours(24),
                Duration.ofDays(7),
                Duration.ofDays(14),
                3,
                Duration.ofHours(8),
                Duration.ofHours(48));
    }
}
