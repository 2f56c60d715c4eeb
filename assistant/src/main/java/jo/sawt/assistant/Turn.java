package jo.sawt.assistant;

import java.util.List;
import java.util.Optional;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Kind;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Option;

/**
 * What a message is answered in the light of.
 *
 * @param lang the language of the conversation so far
 * @param forced the language to answer in, whatever the message is written in
 * @param offered what the last reply offered to pick from
 * @param kind what the ticket is so far
 */
record Turn(
        Channel channel, Optional<Lang> lang, Optional<Lang> forced, List<Option> offered, Kind kind, Memory memory) {
    Turn {
        offered = List.copyOf(offered);
    }

    Turn with(Memory next, List<Option> nowOffered) {
        return new Turn(channel, lang, forced, nowOffered, kind, next);
    }

    /** The same in a conversation that is in a language. */
    Turn in(Lang now) {
        return new Turn(channel, Optional.of(now), forced, offered, kind, memory);
    }

    /** The language to answer in, where the message has none of its own. */
    Lang answerIn() {
        return forced.or(() -> lang).orElse(Lang.AR);
    }
}
