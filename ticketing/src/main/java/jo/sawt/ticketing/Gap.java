package jo.sawt.ticketing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A knowledge gap: a question the registry could not answer, owned by a department until it can. Questions about the same
 * matter are one gap; a ticket counts once however often it asks. Immutable; a step makes the next one.
 *
 * @param topic the words of the question that opened it, in one order; no two gaps have the same
 * @param department that owns it; empty where nobody could tell
 */
public record Gap(
        String id, long version, String topic, Optional<DepartmentId> department, Standing standing, Askings askings) {
    private static final int MOST_EVENTS = 50;
    /** Both ways of asking together share at least this part of their words. */
    private static final double NEAR = 0.7;

    /** Whether it waits for an answer; the wire form is the lower-case name. */
    public enum Status {
        OPEN,
        CLOSED;

        public String wire() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public static Optional<Status> parse(String wire) {
            return List.of(values()).stream()
                    .filter(status -> status.wire().equals(wire))
                    .findFirst();
        }
    }

    /** Its status, the service that answers it if closed by one, and how it came about, oldest first. */
    public record Standing(Status status, Optional<String> service, List<Event> events) {
        public Standing {
            events = List.copyOf(events.subList(Math.max(0, events.size() - MOST_EVENTS), events.size()));
        }
    }

    /**
     * Something that happened to it.
     *
     * @param what {@code closed}, {@code reopened}, {@code moved}, or {@code asked-again} after it was closed
     * @param by nobody where it happened by itself
     * @param key of the caller's write
     */
    public record Event(
            String what, Instant at, Optional<Username> by, String reason, String value, Optional<String> key) {}

    static Gap of(Asking asking) {
        Unanswered question = asking.question();
        Standing open = new Standing(Status.OPEN, Optional.empty(), List.of());
        return new Gap(
                UUID.randomUUID().toString(),
                1,
                topic(question),
                question.department(),
                open,
                Askings.NONE.plus(asking));
    }

    /** The words in one order, so that the same words are the same topic. */
    static String topic(Unanswered question) {
        return String.join(" ", question.topic().stream().sorted().toList());
    }

    /** The same after one more asking: opened again if what closed it has not helped. */
    Gap plus(Asking asking) {
        Askings more = askings.plus(asking);
        Optional<DepartmentId> owner = department.or(() -> asking.question().department());
        Gap next = new Gap(id, version + 1, topic, owner, standing, more);
        boolean unhelped = standing.status() == Status.CLOSED
                && standing.service().isPresent()
                && standing.events().stream()
                        .noneMatch(event ->
                                event.what().equals("closed") && event.at().isAfter(asking.at()));
        return unhelped
                ? next.with(
                        Status.OPEN,
                        Optional.empty(),
                        new Event("asked-again", asking.at(), Optional.empty(), "", "", Optional.empty()))
                : next;
    }

    private Gap with(Status status, Optional<String> service, Event event) {
        List<Event> events = new ArrayList<>(standing.events());
        events.add(event);
        return new Gap(id, version, topic, department, new Standing(status, service, events), askings);
    }

    private Gap next() {
        return new Gap(id, version + 1, topic, department, standing, askings);
    }

    Gap closed(Event event, Optional<String> service) {
        return next().with(Status.CLOSED, service, event);
    }

    Gap reopened(Event event) {
        return next().with(Status.OPEN, Optional.empty(), event);
    }

    Gap moved(DepartmentId to, Event event) {
        Gap moved = next().with(standing.status(), standing.service(), event);
        return new Gap(id, moved.version(), topic, Optional.of(to), moved.standing(), askings);
    }

    boolean isWritten(String key) {
        return standing.events().stream()
                .anyMatch(event -> event.key().filter(key::equals).isPresent());
    }

    /** How much of their words a question and this have in common, in 0..1. */
    double likeness(Unanswered question) {
        List<String> own = askings.core();
        List<String> others = question.topic();
        long shared = others.stream().filter(own::contains).count();
        return own.size() + others.size() == 0 ? 0 : 2.0 * shared / (own.size() + others.size());
    }

    boolean isNear(Unanswered question) {
        return likeness(question) >= NEAR;
    }

    /** Adds one to a count. */
    static Map<String, Integer> plusOne(Map<String, Integer> counts, String of) {
        Map<String, Integer> more = new HashMap<>(counts);
        more.merge(of, 1, Integer::sum);
        return more;
    }
}
