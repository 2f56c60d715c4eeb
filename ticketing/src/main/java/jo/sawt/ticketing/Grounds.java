package jo.sawt.ticketing;

import java.util.List;

/**
 * What an understanding rests on, for staff to judge it by.
 *
 * @param services it may be about, likeliest first, at most eight
 * @param departments it may be for, likeliest first, at most eight
 * @param unanswered the questions that the decision leaves unanswered; recorded as knowledge gaps, not kept with the rest
 */
public record Grounds(List<Likely> services, List<Likely> departments, List<Unanswered> unanswered) {
    static final int MOST = 8;

    /** Nothing is known of them. */
    public static final Grounds NONE = new Grounds(List.of(), List.of(), List.of());

    public Grounds {
        services = services.stream().limit(MOST).toList();
        departments = departments.stream().limit(MOST).toList();
        unanswered = unanswered.stream().limit(MOST).toList();
    }

    /** A record of the registry by its id, and how likely it is meant, in 0..1. */
    public record Likely(String id, double probability) {}

    Grounds kept() {
        return new Grounds(services, departments, List.of());
    }
}
