package jo.sawt.channels.email;

import java.time.Instant;
import java.util.Optional;

/** How far each mailbox was read, so that reading goes on there whoever has looked at it meanwhile. */
public interface MailPlaces {
    Optional<Place> find(String mailbox);

    void reached(String mailbox, Place place);

    /**
     * A place in a mailbox.
     *
     * @param validity of the numbers of its messages, RFC 9051 UIDVALIDITY: another makes the number worthless
     * @param uid of the last message that is stored
     */
    record Place(long validity, long uid, Instant at) {}
}
