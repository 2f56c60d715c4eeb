package jo.sawt.channels.sms;

import java.time.Duration;
import java.time.Instant;
import jo.sawt.ticketing.Lang;

/**
 * What is left of a long answer.
 *
 * @param of the id of the message or notice that it was left of
 * @param text empty when all has been asked for
 * @param more the digit that asks for it
 */
public record Rest(String of, String text, Lang lang, String more, Instant at) {
    private static final Duration FRESH = Duration.ofDays(1);

    /** Whether a digit that was sent at a time means this: it is the right one, and came after, but not long after. */
    boolean isAskedFor(String digit, Instant sent) {
        return more.equals(digit) && !text.isEmpty() && !sent.isBefore(at) && !sent.isAfter(at.plus(FRESH));
    }
}
