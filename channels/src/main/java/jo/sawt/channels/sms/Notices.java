package jo.sawt.channels.sms;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jo.sawt.ticketing.Contact;
import jo.sawt.ticketing.Lang;

/** The short texts that the channel owes on its own account. */
public interface Notices {
    /** Keeps what is owed; the same id again is the same notice. */
    void owe(Notice notice, Instant now);

    boolean owes(String id);

    /** Takes one that is due, for the length of the lease. */
    Optional<Notice> claim(Instant now, Duration lease);

    void again(String id, Instant due);

    /** The same where it was not tried, so that the attempt does not count. */
    void held(String id, Instant due);

    void done(String id);

    /**
     * A text owed.
     *
     * @param id made of the key of the message that it answers
     * @param attempt 1 when first claimed
     * @param always whether it goes to a number that has opted out too, as the confirmation of just that does
     */
    record Notice(String id, Contact to, Lang lang, String text, boolean always, int attempt) {}
}
