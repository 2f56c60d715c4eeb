package jo.sawt.channels.email;

import java.util.List;
import java.util.Optional;

/**
 * A message as it was understood, whatever its state.
 *
 * @param messageId as it stands, with its angle brackets
 * @param from the address in lower case; empty where there is none that could be answered
 * @param text all of its text, as sent
 * @param attachments the types of what came with it
 * @param machine why it is taken for the work of a machine
 */
record Letter(
        Optional<String> messageId,
        Optional<String> from,
        String subject,
        String text,
        List<String> attachments,
        Optional<String> machine) {
    Letter {
        attachments = List.copyOf(attachments);
    }
}
