package jo.sawt.ticketing;

/** What became of an act on a ticket. */
public sealed interface Outcome {
    /** It is stored, now or by the same write before. */
    record Done(Ticket ticket) implements Outcome {}

    /** There is none, or none that the caller may know of. */
    record Unknown() implements Outcome {}

    /** The caller may see the ticket but not do this. */
    record Forbidden() implements Outcome {}

    /** It has changed since the caller saw it. */
    record Stale(long version) implements Outcome {}

    /**
     * It cannot be done as things stand.
     *
     * @param code a key of the message catalogue, {@code refused.…}
     */
    record Refused(String code) implements Outcome {}
}
