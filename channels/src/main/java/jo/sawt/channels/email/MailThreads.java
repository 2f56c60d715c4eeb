package jo.sawt.channels.email;

import java.util.Optional;
import jo.sawt.ticketing.Contact;

/** What the channel remembers of each address: its newest letter, which answers refer to. */
public interface MailThreads {
    void heard(Contact contact, Heard letter);

    Optional<Heard> find(Contact contact);

    /**
     * A letter that can be answered.
     *
     * @param references of the answer to it, the letter itself last
     */
    record Heard(String messageId, String references, String subject) {}
}
