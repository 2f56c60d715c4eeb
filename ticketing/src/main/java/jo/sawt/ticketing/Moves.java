package jo.sawt.ticketing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The steps from one owner to another, each with its event, its clock and what it ends. */
final class Moves {
    private Moves() {}

    /** To a status that needs nothing else. */
    static void to(Draft draft, Party by, Status next, Optional<String> reason) {
        Status old = draft.status();
        if (old == next) {
            return;
        }
        boolean asked = next == Status.AWAITING_CITIZEN && (old == Status.IN_PROGRESS || old == Status.WITH_DEPARTMENT);
        draft.care = draft.care.to(next, asked ? Optional.of(old) : Optional.empty());
        clock(draft, next);
        if (next == Status.RESOLVED) {
            draft.care = draft.care.with(draft.care.milestones().resolved(draft.now()));
        }
        if (next != Status.ASSISTANT && next != Status.WITH_DEPARTMENT) {
            draft.turn(Optional.empty());
        }
        Map<String, String> details = new HashMap<>();
        reason.ifPresent(why -> details.put("reason", why));
        draft.event(by, "status", Optional.of(old.wire()), Optional.of(next.wire()), details);
    }

    private static void clock(Draft draft, Status next) {
        Clocks clocks = draft.care.clocks();
        if (next == Status.AWAITING_CITIZEN) {
            draft.care = draft.care.with(clocks.paused(draft.now()));
        } else if (clocks.pausedSince().isPresent()) {
            Instant stopped = clocks.pausedSince().get();
            Deadlines deadlines = draft.house().deadlines();
            Optional<DepartmentId> department = draft.care.lead().map(Assignment::department);
            draft.care =
                    draft.care.with(clocks.goneOn(due -> deadlines.afterPause(department, due, stopped, draft.now())));
        }
    }

    /** To the human queue; whoever had it has it no longer. */
    static void queue(Draft draft, Party by, String reason) {
        draft.care = draft.care.taken(Optional.empty());
        to(draft, by, Status.QUEUED, Optional.of(reason));
    }

    /** A department gets a share; the ticket's clocks are those of the first. */
    static void assign(Draft draft, Party by, DepartmentId department, boolean lead, Optional<String> reason) {
        Deadlines.Due due = draft.house().deadlines().due(draft.matter.kind(), Optional.of(department), draft.now());
        boolean first = draft.care.assignments().stream().noneMatch(Assignment::isOpen);
        boolean leads = lead || first;
        List<Assignment> shares = new ArrayList<>();
        for (Assignment share : draft.care.assignments()) {
            shares.add(leads ? share.leading(false) : share);
        }
        shares.add(new Assignment(
                department, leads, Assignment.State.ASSIGNED, draft.now(), due.resolution(), Optional.empty()));
        draft.care = draft.care.with(shares);
        if (draft.care.assignments().size() == 1) {
            Instant responded = draft.care.clocks().firstRespondedAt().orElse(null);
            draft.care = draft.care.with(
                    responded == null || draft.matter.kind() != Kind.INQUIRY
                            ? Clocks.due(due)
                            : Clocks.due(due).responded(responded));
        }
        Map<String, String> details = new HashMap<>(Map.of("lead", String.valueOf(leads)));
        reason.ifPresent(why -> details.put("reason", why));
        draft.event(by, "assigned", Optional.empty(), Optional.of(department.value()), details);
    }

    /** The share of a department takes another state, or what else changes in it. */
    static void share(Draft draft, Assignment changed) {
        List<Assignment> shares = new ArrayList<>();
        for (Assignment share : draft.care.assignments()) {
            boolean same = share.department().equals(changed.department())
                    && share.since().equals(changed.since());
            shares.add(same ? changed : share);
        }
        draft.care = draft.care.with(shares);
    }

    /** Resolved before, and not to the citizen's content: back to where it was, with new deadlines. */
    static void reopen(Draft draft, Party by, Optional<String> reason) {
        draft.care = draft.care.with(draft.care.milestones().reopenedOnce());
        Optional<Assignment> lead = draft.care.assignments().stream()
                .filter(a -> a.state() == Assignment.State.ANSWERED)
                .min((a, b) -> Boolean.compare(b.lead(), a.lead()));
        Deadlines.Due due =
                draft.house().deadlines().due(draft.matter.kind(), lead.map(Assignment::department), draft.now());
        draft.care = draft.care.with(Clocks.due(due));
        draft.event(
                by,
                "reopened",
                Optional.empty(),
                Optional.empty(),
                reason.map(r -> Map.of("reason", r)).orElse(Map.of()));
        if (lead.isPresent()) {
            share(draft, lead.get().to(Assignment.State.ASSIGNED).due(due.resolution()));
            to(draft, by, Status.WITH_DEPARTMENT, Optional.empty());
        } else if (draft.care.assignee().isPresent()) {
            to(draft, by, Status.IN_PROGRESS, Optional.empty());
        } else {
            to(draft, by, Status.QUEUED, Optional.empty());
        }
    }

    /** Whether the citizen may still reopen it. */
    static boolean isReopenable(Ticket ticket, House house) {
        TicketingSettings.Windows windows = house.settings().windows();
        Milestones milestones = ticket.care().milestones();
        return ticket.status() == Status.RESOLVED
                && milestones.reopened() < windows.reopenings()
                && milestones
                        .resolvedAt()
                        .filter(at -> at.plus(windows.reopen()).isAfter(house.now()))
                        .isPresent();
    }
}
