package jo.sawt.channels.email;

import java.time.Instant;
import java.util.Optional;
import jo.sawt.ticketing.Contact;

/** What the channel remembers of each address: its newest letter, which answers refer to, and how often it was answered. */
public interface MailThreads {
    void heard(Contact contact, Heard letter);

    Optional<Heard> find(Contact contact);

    /** Counts an automatic answer, each id once; false where the address has had too many lately. */
    boolean mayAnswer(Contact contact, String id, Instant now);

    /**
     * A letter that can be answered.
     *
     * @param references of the answer to it, the letter itself last
     */
    record Heard(String messageId, String references, String subject) {}
}
