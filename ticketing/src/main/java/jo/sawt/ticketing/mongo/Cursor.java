package jo.sawt.ticketing.mongo;

import com.mongodb.client.model.Filters;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.bson.conversions.Bson;

/**
 * Where a page of a falling list ended.
 *
 * @param value of the field that the list is sorted by, as a number
 */
record Cursor(long value, String id) {
    String text() {
        String plain = value + ":" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty for a text that is no cursor of ours. */
    static Optional<Cursor> parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int colon = plain.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new Cursor(Long.parseLong(plain.substring(0, colon)), plain.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What comes after it. */
    Bson after(String field, Object at) {
        return Filters.or(Filters.lt(field, at), Filters.and(Filters.eq(field, at), Filters.lt("_id", id)));
    }
}
