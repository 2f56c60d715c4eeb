package jo.sawt.ticketing;

import java.util.List;
import java.util.Optional;

/**
 * The exchange with the citizen and what is owed in it.
 *
 * @param chosen the language that the citizen chose
 * @param offered the options of the last reply
 */
public record Talk(
        Contact contact, Optional<Lang> chosen, Numbers numbers, Owed owed, Links links, List<Option> offered) {
    public Talk {
        offered = List.copyOf(offered);
    }

    /** The assistant's turn and the messages to be sent. */
    public record Owed(Optional<Turn> turn, List<OutboxEntry> outbox) {
        static final Owed NOTHING = new Owed(Optional.empty(), List.of());

        public Owed {
            outbox = List.copyOf(outbox);
        }
    }
}
