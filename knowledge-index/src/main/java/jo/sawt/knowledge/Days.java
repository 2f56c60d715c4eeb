package jo.sawt.knowledge;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Calendar days as the registry counts them: in Amman. */
public final class Days {
    public static final ZoneId ZONE = ZoneId.of("Asia/Amman");

    private Days() {}

    /** The day it is now. */
    public static LocalDate today(InstantSource clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /** Reads a day such as {@code 2026-01-31}, of the years 1900 to 2200. */
    public static Optional<LocalDate> parse(String text) {
        try {
            LocalDate day = LocalDate.parse(text.strip());
            return day.getYear() < 1900 || day.getYear() > 2200 ? Optional.empty() : Optional.of(day);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
