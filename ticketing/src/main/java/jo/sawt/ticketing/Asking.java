package jo.sawt.ticketing;

import java.time.Instant;

/**
 * One time that a question was asked which the registry could not answer.
 *
 * @param seq the number in the ticket's timeline that tells of it
 */
record Asking(Reference ticket, long seq, Instant at, Channel channel, Unanswered question) {
    /** What makes it the same when it is recorded again. */
    String key() {
        return ticket + ":" + seq;
    }
}
