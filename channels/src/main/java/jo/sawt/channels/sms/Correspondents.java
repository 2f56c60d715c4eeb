package jo.sawt.channels.sms;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jo.sawt.ticketing.Contact;

/** What the channel remembers of each number: its consent and the rest of its last long answer. */
public interface Correspondents {
    Correspondent find(Contact contact);

    /** Notes that the number wrote to us, unless it did later. */
    void heard(Contact contact, Instant at);

    /** Keeps a consent, with those before it, unless a later one is kept. */
    void consent(Contact contact, Consent consent);

    /** Keeps what is left of the newest answer in place of any other. */
    void remember(Contact contact, Rest rest);

    /** Puts {@code after} in place of {@code before}, if that is still kept. */
    void advance(Contact contact, Rest before, Rest after);

    /** True at most once in a while for a number: what may be told to it unasked is then told. */
    boolean mayTell(Contact contact, Instant now, Duration quiet);

    /** One number. */
    record Correspondent(Optional<Consent> consent, Optional<Rest> rest, Optional<Instant> heardAt) {
        boolean hasOptedOut() {
            return consent.isPresent() && !consent.get().given();
        }
    }
}
