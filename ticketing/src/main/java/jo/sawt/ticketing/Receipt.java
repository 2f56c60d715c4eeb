package jo.sawt.ticketing;

/** What became of an inbound message. Accepted and duplicate both mean that it is stored, durably, once. */
public sealed interface Receipt {
    /** Stored now. {@code seq} is its number in the conversation as the citizen sees it. */
    record Accepted(Reference ticket, long seq) implements Receipt {}

    /** Was stored before; the same numbers as then. */
    record Duplicate(Reference ticket, long seq) implements Receipt {}

    /**
     * Not stored, and sending it again as it is will not help.
     *
     * @param code a key of the message catalogue, {@code refused.…}
     */
    record Refused(String code) implements Receipt {}
}
