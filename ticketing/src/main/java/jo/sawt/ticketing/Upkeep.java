package jo.sawt.ticketing;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What time alone brings about: an unfinished continuation is finished, a quiet ticket closes, a late one goes up the ladder. */
final class Upkeep implements Duty {
    private final Clerk clerk;
    private final House house;
    private final Chains chains;

    Upkeep(Clerk clerk, Chains chains) {
        this.clerk = clerk;
        this.house = clerk.house();
        this.chains = chains;
    }

    @Override
    public boolean isDue(Ticket ticket) {
        TicketingSettings.Windows windows = house.settings().windows();
        return isPast(Alarms.link(ticket))
                || isPast(Alarms.rest(ticket, windows))
                || isPast(Alarms.escalation(ticket, windows));
    }

    private boolean isPast(Optional<Instant> at) {
        return at.filter(due -> !due.isAfter(house.now())).isPresent();
    }

    @Override
    public void work(Ticket ticket) {
        if (isPast(Alarms.link(ticket))) {
            link(ticket);
        }
        clerk.edit(ticket.reference(), this::rested);
        clerk.edit(ticket.reference(), this::escalated);
    }

    /** The next ticket of a chain is made where something waits for it; else it is left to the citizen's next message. */
    private void link(Ticket ticket) {
        Links.Next next = ticket.talk().links().next().orElseThrow();
        boolean missing = clerk.tickets().find(next.reference()).isEmpty();
        if (missing && next.reason() != Links.Reason.CLOSED) {
            clerk.save(chains.end(ticket).done());
        }
        if (!missing || next.reason() != Links.Reason.CLOSED) {
            chains.made(ticket, next);
        } else {
            clerk.edit(ticket.reference(), now -> Optional.of(reserved(now)));
        }
    }

    private Change reserved(Ticket ticket) {
        Draft draft = Draft.of(house, ticket).silently();
        Links links = draft.talk.links();
        draft.talk = draft.talk.linked(
                links.next().map(next -> links.next(next.confirmed())).orElse(links));
        return draft.done();
    }

    private Optional<Change> rested(Ticket ticket) {
        if (!isPast(Alarms.rest(ticket, house.settings().windows()))) {
            return Optional.empty();
        }
        Draft draft = Draft.of(house, ticket);
        Optional<Status> asked = ticket.care().before();
        if (ticket.status() == Status.IN_PROGRESS) {
            Moves.queue(draft, Party.SYSTEM, "agent away");
        } else if (asked.isPresent()) {
            Moves.to(draft, Party.SYSTEM, asked.get(), Optional.of("no answer"));
        } else {
            Moves.to(draft, Party.SYSTEM, Status.CLOSED, Optional.of("quiet"));
        }
        return Optional.of(draft.done());
    }

    private Optional<Change> escalated(Ticket ticket) {
        if (!isPast(Alarms.escalation(ticket, house.settings().windows()))) {
            return Optional.empty();
        }
        Draft draft = Draft.of(house, ticket);
        int level = ticket.care().clocks().level();
        draft.care = draft.care.with(draft.care.clocks().escalated(level + 1));
        Matter.Labels labels = draft.matter.labels();
        Priority priority = level == 0 ? Priority.HIGH : Priority.URGENT;
        if (labels.priority().compareTo(priority) < 0) {
            draft.matter = draft.matter.marked(new Matter.Labels(priority, labels.tags()));
        }
        draft.event(
                Party.SYSTEM,
                "escalated",
                Optional.of(String.valueOf(level)),
                Optional.of(String.valueOf(level + 1)),
                Map.of("clock", level == 0 ? "first response" : "resolution"));
        return Optional.of(draft.done());
    }
}
