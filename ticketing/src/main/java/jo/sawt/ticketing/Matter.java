package jo.sawt.ticketing;

import java.util.List;
import java.util.Optional;

/**
 * What a ticket is about.
 *
 * @param subject a short line for lists, empty before anything is known
 * @param understood what the assistant last took it to be about
 */
public record Matter(
        Kind kind, String subject, Lang lang, Topic topic, Labels labels, Optional<Understanding> understood) {

    /** How staff mark it. */
    public record Labels(Priority priority, List<String> tags) {
        static final Labels NONE = new Labels(Priority.NORMAL, List.of());

        public Labels {
            tags = List.copyOf(tags);
        }
    }
}
