package jo.sawt.ticketing;

/** What became of a file that was handed in. */
public sealed interface Filed {
    /** Stored, durably, and ready to go with a message. */
    record Kept(Attachment file) implements Filed {}

    /**
     * Not stored, and handing it in again will not help.
     *
     * @param code a key of the message catalogue, {@code refused.file-…}
     */
    record Refused(String code) implements Filed {}
}
