package jo.sawt.ticketing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * When an office works: its weekly hours, other hours within ranges of dates (Ramadan), and days off. A shift past midnight
 * belongs to the day it begins on, and counts whole even where the next day is off.
 *
 * @param seasons the first that holds a date gives its hours
 * @param daysOff dates on which no shift begins
 */
public record WorkingCalendar(ZoneId zone, WeeklyHours hours, List<Season> seasons, Set<LocalDate> daysOff) {
    private static final Duration LONGEST = Duration.ofDays(3_660);

    public WorkingCalendar {
        if (hours.isEmpty()) {
            throw new IllegalArgumentException("a calendar needs working hours on at least one day of the week");
        }
        seasons = List.copyOf(seasons);
        daysOff = Set.copyOf(daysOff);
    }

    /** Other hours from one date to another, both included. */
    public record Season(LocalDate from, LocalDate to, WeeklyHours hours) {
        public Season {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("a season ends before it begins: " + from + " to " + to);
            }
        }

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** The earliest instant by which so much working time has passed; the start itself for none. */
    public Instant plus(Instant start, Duration work) {
        if (work.isNegative() || work.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("working time to add lies between none and ten years");
        }
        if (work.isZero()) {
            return start;
        }
        Duration left = work;
        Instant at = start;
        for (LocalDate day = dayBefore(start); ; day = day.plusDays(1)) {
            for (Span span : spansOn(day)) {
                Span open = span.after(at);
                if (left.compareTo(open.length()) <= 0) {
                    return open.from().plus(left);
                }
                left = left.minus(open.length());
                at = later(at, open.to());
            }
        }
    }

    /** The close of the n-th working day after the day of an instant, n from 1. */
    public Instant plusDays(Instant start, int days) {
        if (days < 1 || days > LONGEST.toDays()) {
            throw new IllegalArgumentException("working days to add lie between one and ten years");
        }
        LocalDate day = start.atZone(zone).toLocalDate();
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (!shiftsOn(day).isEmpty()) {
                left--;
            }
        }
        return closeOf(day);
    }

    /** The working time from one instant to another; negative where the second is earlier. */
    public Duration between(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return between(to, from).negated();
        }
        Duration sum = Duration.ZERO;
        Instant at = from;
        LocalDate last = to.atZone(zone).toLocalDate();
        for (LocalDate day = dayBefore(from); !day.isAfter(last); day = day.plusDays(1)) {
            for (Span span : spansOn(day)) {
                Span open = span.after(at).before(to);
                sum = sum.plus(open.length());
                at = later(at, open.to());
            }
        }
        return sum;
    }

    public boolean isOpen(Instant at) {
        LocalDate before = dayBefore(at);
        return opens(before, at) || opens(before.plusDays(1), at);
    }

    private boolean opens(LocalDate day, Instant at) {
        return spansOn(day).stream().anyMatch(span -> span.holds(at));
    }

    private Instant closeOf(LocalDate day) {
        return spansOn(day).stream().map(Span::to).max(Instant::compareTo).orElseThrow();
    }

    // Sorted as instants: a start that a change of the clock skips can land behind a later one.
    private List<Span> spansOn(LocalDate day) {
        return shiftsOn(day).stream()
                .map(shift -> shift.on(day, zone))
                .sorted(Comparator.comparing(Span::from))
                .toList();
    }

    private List<Shift> shiftsOn(LocalDate day) {
        if (daysOff.contains(day)) {
            return List.of();
        }
        for (Season season : seasons) {
            if (season.holds(day)) {
                return season.hours().on(day.getDayOfWeek());
            }
        }
        return hours.on(day.getDayOfWeek());
    }

    private LocalDate dayBefore(Instant at) {
        return at.atZone(zone).toLocalDate().minusDays(1);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
