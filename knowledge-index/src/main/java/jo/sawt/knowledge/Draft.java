package jo.sawt.knowledge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A change of a service on its way to publication; a service has at most one.
 *
 * @param author who proposed it as it is
 * @param basedOn the number of the newest version when it was proposed, 0 for a new service
 * @param revision rises by one with every step
 * @param steps what happened to it, oldest first; never empty
 */
public record Draft(
        ServiceRecord record,
        String author,
        Optional<LocalDate> effectiveFrom,
        int basedOn,
        Stage stage,
        int revision,
        List<Step> steps) {
    public Draft {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a draft begins with the step that proposed it");
        }
        steps = List.copyOf(steps);
    }

    public ServiceId id() {
        return record.id();
    }

    public boolean open() {
        return stage == Stage.DRAFT || stage == Stage.IN_REVIEW;
    }

    /** Why it was proposed, in the words of the last proposal. */
    String reason() {
        return steps.reversed().stream()
                .filter(step -> step.to() == Stage.DRAFT && step.by().equals(author))
                .map(Step::reason)
                .findFirst()
                .orElse("");
    }

    Draft moved(Step step) {
        List<Step> more = new ArrayList<>(steps);
        more.add(step);
        return new Draft(record, author, effectiveFrom, basedOn, step.to(), revision + 1, more);
    }

    /** Where a draft stands; the wire form is the lower-case name. */
    public enum Stage {
        DRAFT,
        IN_REVIEW,
        PUBLISHED,
        DISCARDED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One step.
     *
     * @param reason empty where none was given
     */
    public record Step(Stage to, String by, Instant at, String reason) {}
}
