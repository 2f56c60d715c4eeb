package jo.sawt.ticketing;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Walks over all open tickets and finds those that nobody would ever act on: without an owner, without a clock, or with a
 * turn that should have been taken long ago. None should exist; the one that does goes to the human queue.
 */
final class Watchdog {
    private static final Logger LOG = System.getLogger(Watchdog.class.getName());
    private static final int AT_ONCE = 200;
    private static final Duration FORGOTTEN = Duration.ofMinutes(5);

    private final Clerk clerk;
    private final House house;

    Watchdog(Clerk clerk) {
        this.clerk = clerk;
        this.house = clerk.house();
    }

    /** One walk; returns how many tickets had to be put right. */
    int runDue() {
        int found = 0;
        Optional<Reference> after = Optional.empty();
        List<Ticket> tickets = clerk.tickets().open(after, AT_ONCE);
        while (!tickets.isEmpty()) {
            for (Ticket ticket : tickets) {
                if (trouble(ticket).isPresent()) {
                    clerk.edit(ticket.reference(), this::putRight);
                    found++;
                }
            }
            after = Optional.of(tickets.getLast().reference());
            tickets = clerk.tickets().open(after, AT_ONCE);
        }
        return found;
    }

    private Optional<String> trouble(Ticket ticket) {
        Care care = ticket.care();
        Optional<Turn> turn = ticket.talk().owed().turn();
        boolean ownerless = switch (ticket.owner()) {
            case ASSISTANT -> turn.isEmpty();
            case AGENT -> care.assignee().isEmpty();
            case DEPARTMENT -> !care.isWithDepartments();
            case QUEUE, CITIZEN, NOBODY -> false;
        };
        if (ownerless) {
            return Optional.of("no owner");
        }
        if (ticket.status().isOpen() && care.clocks().resolutionDueAt().isEmpty()) {
            return Optional.of("no clock");
        }
        return turn.filter(owed -> owed.wake().plus(FORGOTTEN).isBefore(house.now()))
                .map(owed -> "forgotten turn");
    }

    private Optional<Change> putRight(Ticket ticket) {
        return trouble(ticket).map(trouble -> {
            LOG.log(Level.WARNING, "ticket " + ticket.reference() + " goes to the queue: " + trouble);
            Draft draft = Draft.of(house, ticket);
            draft.event(Party.SYSTEM, "watchdog", Optional.empty(), Optional.of(trouble), Map.of());
            if (ticket.care().clocks().resolutionDueAt().isEmpty()) {
                draft.care = draft.care.with(Clocks.due(house.deadlines()
                        .due(ticket.kind(), Optional.empty(), ticket.revision().createdAt())));
            }
            draft.turn(Optional.empty());
            if (ticket.owner() != Owner.CITIZEN && !ticket.care().isWithDepartments()) {
                Moves.queue(draft, Party.SYSTEM, trouble);
            }
            return draft.done();
        });
    }
}
