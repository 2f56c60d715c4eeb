package jo.sawt.ticketing;

import java.util.List;
import java.util.Optional;

/** What a member of staff can do to a ticket. Texts are bounded and not blank, as {@link StaffDesk#act} checks. */
public sealed interface Act {
    /** The agent takes it. */
    record Take() implements Act {}

    /** Back to the queue. */
    record Release() implements Act {}

    /** To another agent. */
    record AssignTo(Username agent) implements Act {}

    /**
     * A word to the citizen.
     *
     * @param asks whether the next move is the citizen's
     * @param files that go with it, handed in before (see {@link Files})
     */
    record Say(String text, boolean asks, List<Attachment> files) implements Act {
        public Say {
            files = List.copyOf(files);
        }

        public Say(String text, boolean asks) {
            this(text, asks, List.of());
        }
    }

    /** A word among staff. */
    record Note(String text) implements Act {}

    /** A department gets a share; the first one leads. */
    record Refer(DepartmentId department, String reason, boolean lead) implements Act {}

    /** The department has seen its share and works on it. */
    record Accept(DepartmentId department) implements Act {}

    /**
     * The department answers for its share.
     *
     * @param done whether it acted; otherwise {@code reason} says why it was unable to
     */
    record Answer(
            DepartmentId department, String text, Optional<String> evidence, boolean done, Optional<String> reason)
            implements Act {}

    /** The share goes to another department, for a reason. */
    record Transfer(DepartmentId department, DepartmentId to, String reason) implements Act {}

    /** One of the steps that change the status alone. */
    record ChangeStatus(Status to, Optional<String> reason) implements Act {}

    /** It is of another kind than taken for. */
    record ChangeKind(Kind kind, Optional<String> reason) implements Act {}

    /** The tags that it has from now on. */
    record Tag(List<String> tags) implements Act {
        public Tag {
            tags = List.copyOf(tags);
        }
    }

    /** How much it presses. */
    record Prioritise(Priority priority) implements Act {}

    /** It is the same matter as another ticket, which holds both from now on. */
    record Merge(Reference into) implements Act {}

    /** A message of the citizen, by its number in the timeline, is another matter and gets a ticket of its own. */
    record Split(long seq, Kind kind, String subject) implements Act {}

    /** Back to the assistant. */
    record HandBack() implements Act {}
}
