package jo.sawt.ticketing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One line of a timeline, never changed once written.
 *
 * @param seq its number in the timeline of the ticket, from 1
 * @param spoken its number in the conversation as the citizen sees it, 0 where the citizen does not
 * @param key what makes it the same when it comes again: a message's key, a client's id
 */
public record Entry(long seq, long spoken, Instant at, Party by, Optional<String> key, What what) {
    /** What the line says. */
    public sealed interface What {
        /** {@code message}, {@code note} or {@code event}. */
        String type();
    }

    /**
     * The citizen did something.
     *
     * @param text in words, also for an option picked or a person asked for
     */
    public record Said(InboundMessage.Content content, String text) implements What {
        /** What came with it. */
        public List<Attachment> files() {
            return content instanceof InboundMessage.Content.Words words ? words.files() : List.of();
        }

        /** Whether it is files without a word. */
        boolean isWordless() {
            return text.isBlank() && content instanceof InboundMessage.Content.Words words && words.hasFiles();
        }

        @Override
        public String type() {
            return "message";
        }
    }

    /**
     * The citizen was told something.
     *
     * @param answers the number in this timeline of the newest message of the citizen that it answers, 0 for none
     * @param about another ticket, whose word was carried here
     */
    public record Told(Reply reply, long answers, Optional<Reference> about) implements What {
        @Override
        public String type() {
            return "message";
        }
    }

    /**
     * Staff to staff; never shown to a citizen.
     *
     * @param english the same for those who read English, where the assistant wrote it in both
     */
    public record Note(String text, Optional<String> english) implements What {
        public Note(String text) {
            this(text, Optional.empty());
        }

        public String in(Lang lang) {
            return lang == Lang.EN ? english.orElse(text) : text;
        }

        @Override
        public String type() {
            return "note";
        }
    }

    /**
     * Something happened to the ticket.
     *
     * @param name what, such as {@code status}, {@code assigned}, {@code transferred}
     * @param old the value before and {@code now} after, where there is one
     * @param details more, by name: a reason, an outcome
     */
    public record Event(String name, Optional<String> old, Optional<String> now, Map<String, String> details)
            implements What {
        public Event {
            details = Map.copyOf(details);
        }

        @Override
        public String type() {
            return "event";
        }
    }

    /** The files that go with it. */
    public List<Attachment> files() {
        return switch (what) {
            case Said said -> said.files();
            case Told told -> told.reply().files();
            case Note note -> List.of();
            case Event event -> List.of();
        };
    }

    /** Whether the citizen sees it. */
    public boolean isSpoken() {
        return spoken > 0;
    }
}
