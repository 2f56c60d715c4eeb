package jo.sawt.channels.sms;

import java.time.Instant;
import java.util.Optional;

/** What became of each message sent, by its own id. */
public interface Deliveries {
    /** Notes that an attempt begins, and tells what earlier ones left. */
    Begun begin(String id, Instant now);

    /** Notes the id that Twilio gave the message. */
    void taken(String id, String sid);

    /** Whether a message of Twilio's is already known to be one of ours. */
    boolean knows(String sid);

    /** Moves a message on to a status; false when it was there or beyond, or is not known. */
    boolean report(String id, Report report, Instant now);

    /** Keeps the price of a message of ours; false when it was kept before, or is not ours. */
    boolean price(String sid, String price);

    /** What is known of a message. */
    Optional<Report> find(String id);

    /** Forgets what is older. */
    void forgetBefore(Instant time);

    /** The state at the start of an attempt. */
    record Begun(Instant firstAt, boolean first, Optional<String> sid) {}

    /** A status of a message, and the error that explains it. */
    record Report(String sid, DeliveryStatus status, Optional<String> error) {}
}
