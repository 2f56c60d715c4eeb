package jo.sawt.channels.sms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What became of each message sent, by its own id, and what it and those that came in cost. */
public interface Deliveries {
    /** Notes that an attempt begins, and tells what earlier ones left. */
    Begun begin(String id, Instant now);

    /** Notes the id that Twilio gave the message. */
    void taken(String id, String sid);

    /** Whether a message of Twilio's is already known to be one of ours. */
    boolean knows(String sid);

    /** Whether a report tells more of a message than is known: of its newest attempt, and beyond its status. */
    boolean isNews(String id, Report report);

    /** Lays an attempt aside that came back, so that the next one is a message of its own. */
    void again(String id, String sid);

    /** How many attempts of a message came back. */
    int cameBack(String id);

    /** Moves a message on to a status; false when it was there or beyond, or is not known. */
    boolean report(String id, Report report, Instant now);

    /** Our id of a message of Twilio's; empty where it is none of ours. */
    Optional<String> idOf(String sid);

    /** Notes a message that came in, for its price; nothing where it is noted. */
    void received(String sid, Instant at);

    /** Keeps the price of a message; false when it was kept before, or the message is not known. */
    boolean price(String sid, String price);

    /** Messages that were taken, or came in, and whose price is due to be asked for. */
    List<Unpriced> unpriced(boolean received, Instant now, int limit);

    /** When a price is to be asked for again; not at all where empty. */
    void priceAgain(String sid, Optional<Instant> due);

    /** What is known of a message. */
    Optional<Report> find(String id);

    /** Forgets what is older. */
    void forgetBefore(Instant time);

    /** A message without a price. */
    record Unpriced(String sid, Instant firstAt) {}

    /** The state at the start of an attempt. */
    record Begun(Instant firstAt, boolean first, Optional<String> sid) {}

    /** A status of a message, and the error that explains it. */
    record Report(String sid, DeliveryStatus status, Optional<String> error) {}
}
