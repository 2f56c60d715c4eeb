package jo.sawt.ticketing;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** One department's share of a ticket. A joint ticket has several, of which one leads. */
public record Assignment(
        DepartmentId department, boolean lead, State state, Instant since, Instant dueAt, Optional<Finding> finding) {

    /** Where it stands. The wire form is the lower-case name. */
    public enum State {
        ASSIGNED,
        ACCEPTED,
        ANSWERED,
        TRANSFERRED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Assignment to(State next) {
        return new Assignment(department, lead, next, since, dueAt, finding);
    }

    Assignment leading(boolean leads) {
        return new Assignment(department, leads, state, since, dueAt, finding);
    }

    Assignment due(Instant at) {
        return new Assignment(department, lead, state, since, at, finding);
    }

    Assignment found(Finding what) {
        return new Assignment(department, lead, State.ANSWERED, since, dueAt, Optional.of(what));
    }

    /** Whether the department still owes its answer. */
    public boolean isOpen() {
        return state == State.ASSIGNED || state == State.ACCEPTED;
    }

    /**
     * What the department found.
     *
     * @param done whether it acted; if not, it was unable to, for a reason
     * @param evidence what shows that something was done
     */
    public record Finding(
            String text, boolean done, Optional<String> reason, Optional<String> evidence, Instant at, String by) {}
}
