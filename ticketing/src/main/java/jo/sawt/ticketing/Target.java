package jo.sawt.ticketing;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** How long a matter may take, in working time. The wire form is {@code 4h}, {@code 90m} or {@code 2d}. */
public sealed interface Target {
    /** Working time that must pass, to the minute. */
    record Time(Duration work) implements Target {
        public Time {
            if (work.isNegative() || work.compareTo(Duration.ofDays(366)) > 0) {
                throw new IllegalArgumentException("a target lies between none and a year");
            }
        }
    }

    /** Until the close of the n-th working day after the one it began on, however long those days are. */
    record Days(int days) implements Target {
        public Days {
            if (days < 1 || days > 366) {
                throw new IllegalArgumentException("a target lies between one day and a year");
            }
        }
    }

    Pattern FORM = Pattern.compile("([0-9]{1,5})([mhd])");

    static Target parse(String wire) {
        var matcher = FORM.matcher(wire);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a target, such as 90m, 4h or 2d: " + wire);
        }
        int count = Integer.parseInt(matcher.group(1));
        return switch (matcher.group(2)) {
            case "m" -> new Time(Duration.ofMinutes(count));
            case "h" -> new Time(Duration.ofHours(count));
            default -> new Days(count);
        };
    }

    default String wire() {
        return switch (this) {
            case Time time when time.work().toMinutesPart() == 0 -> time.work().toHours() + "h";
            case Time time -> time.work().toMinutes() + "m";
            case Days days -> days.days() + "d";
        };
    }

    default Instant from(Instant start, WorkingCalendar calendar) {
        return switch (this) {
            case Time time -> calendar.plus(start, time.work());
            case Days days -> calendar.plusDays(start, days.days());
        };
    }
}
