package jo.sawt.channels.email;

import java.time.Instant;
import java.util.Optional;
import jo.sawt.ticketing.OutboundMessage;

/** Counts automatic answers, so that two machines do not answer each other for ever, and keeps what was held back. */
public interface MailBrakes {
    /** Counts an answer to an address or in a ticket, each id once; false where there were too many lately. */
    boolean mayAnswer(String whom, String id, MailSettings.Rate rate, Instant now);

    /** From now on nothing automatic goes to the address: it has called us a nuisance. */
    void complained(String address, Instant now);

    boolean hasComplained(String address);

    void suppressed(OutboundMessage message, String reason, Instant now);

    Optional<String> suppression(String id);

    long suppressions();
}
