package jo.sawt.ticketing;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the assistant sees of a ticket when it owes a turn.
 *
 * @param lang the language chosen by the citizen, else the last one understood, else empty
 * @param history the messages the citizen can see, oldest first, at most the last thirty, before {@code unanswered}
 * @param unanswered what the citizen has said since the last reply, oldest first; never empty
 * @param offered the options of the last reply, which an ordinal or a name may pick from
 * @param memory what the last decision asked to remember of this conversation
 */
public record TurnView(
        Reference ticket,
        Channel channel,
        Optional<Lang> lang,
        Kind kind,
        Status status,
        Optional<String> service,
        Optional<DepartmentId> department,
        List<Said> history,
        List<Said> unanswered,
        List<Option> offered,
        Map<String, String> memory) {
    public TurnView {
        history = List.copyOf(history);
        unanswered = List.copyOf(unanswered);
        offered = List.copyOf(offered);
        memory = Map.copyOf(memory);
    }

    /** A message of the conversation: by whom, and what. */
    public record Said(long seq, Author author, InboundMessage.Content content) {}
}
