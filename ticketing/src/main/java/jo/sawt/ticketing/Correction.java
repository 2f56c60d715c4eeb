package jo.sawt.ticketing;

import java.time.Instant;
import java.util.Optional;

/**
 * What staff put right in how a message was taken: an example that the assistant goes by from then on.
 *
 * @param text the citizen's opening message without personal data; cut to 1,000 characters
 * @param sealed whether it has to do with a report, so that no department may read it
 */
public record Correction(String id, String text, Label label, boolean sealed, Source source) {
    private static final int LONGEST = 1_000;

    public Correction {
        text = Deciding.bounded(text.strip(), LONGEST);
    }

    /** The department or the kind it should have been given; one of them. */
    public record Label(Optional<DepartmentId> department, Optional<Kind> kind) {}

    /** Where it comes from: which ticket, who, when and why. */
    public record Source(Reference ticket, Username by, Instant at, String reason) {}

    /** Names no text, since it is a citizen's. */
    @Override
    public String toString() {
        return "Correction[" + id + "]";
    }
}
