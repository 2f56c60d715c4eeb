package jo.sawt.ticketing.mongo;

import java.time.Instant;
import org.bson.Document;

/** The condition for a {@code wake} up to an instant. */
final class Due {
    private Due() {}

    /**
     * Says the same twice: as a bound, by which MongoDB reads its index from the start, and as a pattern, for which the
     * embedded store looks through the index of what is owed instead of through all tickets.
     */
    static Document until(Instant now) {
        String last = TicketDocs.wake(now);
        return new Document("$lt", last + ";").append("$regex", "^(?:" + smaller(last) + "|" + last + ")");
    }

    /** A pattern for the beginnings of all numbers of as many digits that are smaller. */
    private static String smaller(String number) {
        StringBuilder pattern = new StringBuilder("-");
        for (int i = 0; i < number.length(); i++) {
            char digit = number.charAt(i);
            if (digit > '0') {
                pattern.append('|')
                        .append(number, 0, i)
                        .append("[0-")
                        .append((char) (digit - 1))
                        .append(']');
            }
        }
        return pattern.toString();
    }
}
