package jo.sawt.assistant;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Option;

/**
 * A message asked outside of any ticket.
 *
 * @param lang the language to answer in; empty for that of the text
 * @param before the language of the thread so far
 * @param offered the options of the last answer
 * @param memory what the last answer asked to remember
 */
public record Asked(
        String text,
        Channel channel,
        Optional<Lang> lang,
        Optional<Lang> before,
        List<Option> offered,
        Map<String, String> memory) {
    public Asked {
        offered = List.copyOf(offered);
        memory = Map.copyOf(memory);
    }

    /** The first message of a thread. */
    public static Asked first(String text) {
        return new Asked(text, Channel.WEB, Optional.empty(), Optional.empty(), List.of(), Map.of());
    }

    /** The next message after an answer. */
    public Asked then(String next, Answered answer) {
        return new Asked(
                next,
                channel,
                lang,
                Optional.of(answer.decision().understanding().lang()),
                answer.decision().reply().options(),
                answer.decision().understanding().memory());
    }

    /** Names no text, since it is personal. */
    @Override
    public String toString() {
        return "Asked[…]";
    }
}
