package jo.sawt.ticketing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who has a ticket and by when.
 *
 * @param before the status to go back to when the citizen has answered
 * @param assignee the agent who has taken it
 */
public record Care(
        Status status,
        Optional<Status> before,
        Optional<Username> assignee,
        List<Assignment> assignments,
        Clocks clocks,
        Milestones milestones) {
    public Care {
        assignments = List.copyOf(assignments);
    }

    Care to(Status next, Optional<Status> previous) {
        return new Care(next, previous, assignee, assignments, clocks, milestones);
    }

    Care taken(Optional<Username> by) {
        return new Care(status, before, by, assignments, clocks, milestones);
    }

    Care with(List<Assignment> shares) {
        return new Care(status, before, assignee, shares, clocks, milestones);
    }

    Care with(Clocks other) {
        return new Care(status, before, assignee, assignments, other, milestones);
    }

    Care with(Milestones other) {
        return new Care(status, before, assignee, assignments, clocks, other);
    }

    /** The open share that leads, or else the first open one. */
    Optional<Assignment> lead() {
        return assignments.stream().filter(Assignment::isOpen).min(Comparator.comparingInt(a -> a.lead() ? 0 : 1));
    }

    /** The share of a department that is not transferred away. */
    public Optional<Assignment> assignment(DepartmentId department) {
        return assignments.stream()
                .filter(a -> a.department().equals(department) && a.state() != Assignment.State.TRANSFERRED)
                .findFirst();
    }

    /** Whether a department still owes an answer. */
    public boolean isWithDepartments() {
        return assignments.stream().anyMatch(Assignment::isOpen);
    }
}
