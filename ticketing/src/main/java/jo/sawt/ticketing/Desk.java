package jo.sawt.ticketing;

/** Takes every inbound message and answers for every conversation: all that a channel needs. */
public interface Desk {
    /** Returns only after the durable write; throws {@link DeskUnavailable} while the store is away. */
    Receipt receive(InboundMessage message);

    /** What the citizen may see after a number; from the start with 0. */
    Conversation conversation(Contact contact, long after);

    /** A code for who holds a contact whose citizen reads the timeline itself, to go on by another channel with. */
    OneTimeCode code(Contact contact);

    /** Rates the newest ticket of a conversation; false when there is none to rate. */
    boolean rate(Contact contact, Rating rating);
}
