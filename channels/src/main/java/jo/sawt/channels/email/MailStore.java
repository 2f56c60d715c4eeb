package jo.sawt.channels.email;

/**
 * What the channel remembers.
 *
 * @param places how far each mailbox was read
 */
public record MailStore(
        MailThreads threads,
        SentLetters sent,
        MailBrakes brakes,
        Quarantine quarantine,
        MailPlaces places,
        MailKey key) {}
