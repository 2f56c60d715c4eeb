package jo.sawt.ticketing;

/**
 * A message owed to a citizen.
 *
 * @param id the same for every attempt, unique over all messages
 * @param attempt from 1
 */
public record OutboundMessage(
        String id, int attempt, Reference ticket, Contact to, Lang lang, Author from, Reply reply) {}
