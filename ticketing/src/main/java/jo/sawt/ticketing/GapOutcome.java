package jo.sawt.ticketing;

/** What became of an act on a knowledge gap. */
public sealed interface GapOutcome {
    /** It is stored, now or by the same write before. */
    record Done(Gap gap) implements GapOutcome {}

    /** There is none, or none that the caller may know of. */
    record Unknown() implements GapOutcome {}

    /** The caller may see it but not do this. */
    record Forbidden() implements GapOutcome {}

    /** It has changed since the caller saw it. */
    record Stale(long version) implements GapOutcome {}

    /**
     * It cannot be done as things stand.
     *
     * @param code a key of the message catalogue, {@code refused.…}
     */
    record Refused(String code) implements GapOutcome {}
}
