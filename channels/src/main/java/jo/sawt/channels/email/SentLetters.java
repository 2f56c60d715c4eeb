package jo.sawt.channels.email;

import java.time.Instant;
import java.util.Optional;
import jo.sawt.ticketing.Contact;
import jo.sawt.ticketing.OutboundMessage;
import jo.sawt.ticketing.Reference;

/** Our letters: to whom each went, and what was reported of it since. Ids are in lower case, as marks have them. */
public interface SentLetters {
    void sent(OutboundMessage message, Instant now);

    Optional<Sent> find(String id);

    /** To whom letters in this matter go. */
    Optional<Contact> correspondent(Reference ticket);

    /** Notes what was reported; false where there is no such letter, or nothing new. */
    boolean report(String id, DeliveryFate fate, String code, Instant now);

    /**
     * One of our letters.
     *
     * @param id as the desk has it
     */
    record Sent(String id, Reference ticket, Contact to, Optional<DeliveryFate> fate) {}
}
