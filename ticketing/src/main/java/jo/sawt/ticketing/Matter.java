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
    Matter of(Kind other) {
        return new Matter(other, subject, lang, topic, labels, understood);
    }

    Matter named(String line) {
        return new Matter(kind, line, lang, topic, labels, understood);
    }

    Matter in(Lang other) {
        return new Matter(kind, subject, other, topic, labels, understood);
    }

    Matter about(Topic other) {
        return new Matter(kind, subject, lang, other, labels, understood);
    }

    Matter marked(Labels other) {
        return new Matter(kind, subject, lang, topic, other, understood);
    }

    Matter understood(Understanding how) {
        return new Matter(kind, subject, lang, topic, labels, Optional.of(how));
    }

    /** How staff mark it. */
    public record Labels(Priority priority, List<String> tags) {
        static final Labels NONE = new Labels(Priority.NORMAL, List.of());

        public Labels {
            tags = List.copyOf(tags);
        }
    }
}
