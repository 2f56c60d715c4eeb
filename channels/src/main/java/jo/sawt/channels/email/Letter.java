package jo.sawt.channels.email;

import java.util.List;
import java.util.Optional;

/**
 * A message as it was understood, whatever its state.
 *
 * @param messageId as it stands, with its angle brackets
 * @param from the address in lower case; empty where there is none that could be answered
 * @param text all of its text, as sent
 * @param enclosed what came with it
 * @param machine why it is taken for the work of a machine
 */
record Letter(
        Optional<String> messageId,
        Optional<String> from,
        String subject,
        String text,
        List<Enclosed> enclosed,
        Optional<String> machine,
        Route route) {
    Letter {
        enclosed = List.copyOf(enclosed);
    }

    /** The types of what came with it. */
    List<String> attachments() {
        return enclosed.stream().map(Enclosed::type).toList();
    }

    /**
     * How it came.
     *
     * @param to all addresses that it says it was sent or delivered to
     * @param references the letters that it goes back to, the first one first
     */
    record Route(List<String> to, List<String> references) {
        Route {
            to = List.copyOf(to);
            references = List.copyOf(references);
        }
    }
}
