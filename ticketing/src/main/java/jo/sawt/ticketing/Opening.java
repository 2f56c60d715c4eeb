package jo.sawt.ticketing;

import java.util.Optional;

/**
 * A matter that an agent takes down for a caller.
 *
 * @param address of the citizen in the channel, where known
 * @param text what the citizen says, in the agent's words
 */
public record Opening(
        Channel channel, Optional<String> address, Kind kind, String subject, String text, Lang lang, Topic topic) {}
