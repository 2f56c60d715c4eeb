package jo.sawt.ticketing;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/** Working time without a break, on the day that it begins; an end at or before the start is on the next day. The wire form is {@code 08:00-15:30}. */
public record Shift(LocalTime from, LocalTime to) {
    public static Shift parse(String wire) {
        String[] ends = wire.strip().split("-", -1);
        if (ends.length == 2) {
            try {
                return new Shift(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("not a shift, such as 08:00-15:30: " + wire, e);
            }
        }
        throw new IllegalArgumentException("not a shift, such as 08:00-15:30: " + wire);
    }

    public String wire() {
        return from + "-" + to;
    }

    /** Where clocks change, a start that does not exist moves with the clock, and one that exists twice is the first. */
    Span on(LocalDate day, ZoneId zone) {
        LocalDate last = to.isAfter(from) ? day : day.plusDays(1);
        return new Span(
                day.atTime(from).atZone(zone).toInstant(),
                last.atTime(to).atZone(zone).toInstant());
    }
}
