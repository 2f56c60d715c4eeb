package jo.sawt.ticketing;

import java.util.List;
import java.util.Optional;

/**
 * What a channel hands to the desk.
 *
 * @param key unique over all messages of all channels, made of the provider's id for this message, such as {@code
 *     twilio:SM…} or {@code web:SESSION:CLIENTID}; the same key again is the same message
 * @param lang the language the citizen chose, empty where the channel does not know
 */
public record InboundMessage(Contact contact, String key, Content content, Optional<Lang> lang) {
    /** The longest text of one message that the desk takes, in UTF-16 units; a longer one is refused. */
    public static final int LONGEST = 8_000;

    /** The most files that one message brings. */
    public static final int MOST_FILES = 5;

    public InboundMessage {
        if (key.isBlank() || key.length() > 400) {
            throw new IllegalArgumentException("a message key needs 1 to 400 characters");
        }
    }

    /** What the citizen did. */
    public sealed interface Content {
        /**
         * Wrote something, sent files (see {@link Files}), or both.
         *
         * @param following how many files more the channel is still fetching (see {@link LateFiles})
         */
        record Words(String text, List<Attachment> files, int following) implements Content {
            public Words {
                files = List.copyOf(files);
            }

            public Words(String text, List<Attachment> files) {
                this(text, files, 0);
            }

            public Words(String text) {
                this(text, List.of());
            }

            /** Whether it brings or announces any. */
            public boolean hasFiles() {
                return !files.isEmpty() || following > 0;
            }
        }

        /** Picked one of the options that the last reply offered, by its id. */
        record Choice(String option) implements Content {}

        /** Asked for a person. */
        record PersonWanted() implements Content {}
    }
}
