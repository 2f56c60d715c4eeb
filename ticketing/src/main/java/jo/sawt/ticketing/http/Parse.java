package jo.sawt.ticketing.http;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import jo.sawt.ticketing.DepartmentId;

/** Values from their wire forms. */
final class Parse {
    private Parse() {}

    static Optional<DepartmentId> department(String wire) {
        try {
            return Optional.of(new DepartmentId(wire));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** RFC 3339 with offset. */
    static Optional<Instant> instant(String wire) {
        try {
            return Optional.of(OffsetDateTime.parse(wire).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static Optional<Long> number(String wire) {
        try {
            return Optional.of(Long.parseLong(wire));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
