package jo.sawt.ticketing;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** When something about a ticket is next to be looked at without anybody asking. */
final class Alarms {
    /** A continuation that its writer did not finish is finished by another after this many seconds. */
    private static final long UNFINISHED = 2;

    private Alarms() {}

    /** The earliest of all; empty when nothing is owed and no time runs. */
    static Optional<Instant> next(Ticket ticket, TicketingSettings.Windows windows) {
        Talk.Owed owed = ticket.talk().owed();
        return Stream.of(
                        owed.turn().map(Turn::wake),
                        owed.next().map(OutboxEntry::wake),
                        lesson(ticket),
                        link(ticket),
                        rest(ticket, windows),
                        escalation(ticket, windows))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /** What a ticket teaches is recorded at once. */
    private static Optional<Instant> lesson(Ticket ticket) {
        return Optional.of(ticket.revision().updatedAt())
                .filter(at -> !ticket.talk().owed().lessons().isEmpty());
    }

    /** When the next ticket of the chain is to be made sure of. */
    static Optional<Instant> link(Ticket ticket) {
        return ticket.talk()
                .links()
                .next()
                .filter(next -> !next.made())
                .map(next -> ticket.revision().updatedAt().plusSeconds(UNFINISHED));
    }

    /** When the ticket leaves its status by itself. */
    static Optional<Instant> rest(Ticket ticket, TicketingSettings.Windows windows) {
        Milestones milestones = ticket.care().milestones();
        return switch (ticket.status()) {
            case AWAITING_CITIZEN ->
                Optional.of(ticket.revision()
                        .updatedAt()
                        .plus(ticket.care().before().isEmpty() ? windows.idle() : windows.silence()));
            case RESOLVED -> milestones.resolvedAt().map(at -> at.plus(windows.reopen()));
            case IN_PROGRESS -> milestones.waitingSince().map(at -> at.plus(windows.agent()));
            case NEW, ASSISTANT, QUEUED, WITH_DEPARTMENT, CLOSED, MERGED, SPAM -> Optional.empty();
        };
    }

    /** When the next step of the ladder is due: first response missed, resolution missed, still not resolved. */
    static Optional<Instant> escalation(Ticket ticket, TicketingSettings.Windows windows) {
        Clocks clocks = ticket.care().clocks();
        if (!ticket.status().isOpen() || clocks.pausedSince().isPresent()) {
            return Optional.empty();
        }
        Optional<Instant> first = clocks.firstRespondedAt().isEmpty() ? clocks.firstResponseDueAt() : Optional.empty();
        return switch (clocks.level()) {
            case 0 ->
                Stream.of(first, clocks.resolutionDueAt())
                        .flatMap(Optional::stream)
                        .min(Instant::compareTo);
            case 1 -> clocks.resolutionDueAt();
            case 2 -> clocks.resolutionDueAt().map(due -> due.plus(windows.ladder()));
            default -> Optional.empty();
        };
    }
}
