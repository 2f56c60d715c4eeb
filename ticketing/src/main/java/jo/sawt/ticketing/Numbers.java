package jo.sawt.ticketing;

/**
 * What a ticket counts.
 *
 * @param base the number of the newest entry of the conversation before this ticket
 * @param spoken the number of the newest entry the citizen may see
 * @param answered the newest message of the citizen, by its number in the timeline, that was answered
 * @param entries how many the timeline has, and {@code bytes} about how large they are
 */
public record Numbers(long base, long spoken, long answered, long entries, long bytes) {
    Numbers written(boolean isSpoken, long size) {
        return new Numbers(base, isSpoken ? spoken + 1 : spoken, answered, entries + 1, bytes + size);
    }

    Numbers answered(long seq) {
        return new Numbers(base, spoken, Math.max(answered, seq), entries, bytes);
    }

    static Numbers after(long spokenBefore) {
        return new Numbers(spokenBefore, spokenBefore, 0, 0, 0);
    }

    static final Numbers NONE = new Numbers(0, 0, 0, 0, 0);
}
