package jo.sawt.ticketing;

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
