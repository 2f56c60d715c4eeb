package jo.sawt.channels.email;

/** What the channel remembers. */
public record MailStore(MailThreads threads, Quarantine quarantine) {}
