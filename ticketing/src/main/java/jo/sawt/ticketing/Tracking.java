package jo.sawt.ticketing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What anybody who knows a reference may see, and what its citizen may do with it. */
public interface Tracking {
    /**
     * Follows a reference to where its matter is now; {@code proof} is the chat session, the address of the mailbox or the
     * last four digits of the phone; a code stands for one of them, see {@link TrackingCodes}.
     */
    Optional<Tracked> look(Reference reference, Optional<String> proof);

    /** The citizen is not content; needs proof and the window of reopening. */
    Outcome reopen(Reference reference, String proof, String reason, Condition condition);

    Outcome rate(Reference reference, String proof, Rating rating);

    /**
     * What is told of a ticket to the public.
     *
     * @param reference the one that was asked for
     * @param entries what was said, empty without proof
     */
    record Tracked(
            Reference reference,
            Status status,
            Kind kind,
            Optional<DepartmentId> department,
            Optional<Instant> dueAt,
            boolean proven,
            List<Conversation.Entry> entries) {
        public Tracked {
            entries = List.copyOf(entries);
        }
    }
}
