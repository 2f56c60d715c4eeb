package jo.sawt.ticketing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Counts working time by asking of every minute whether the office is open: slow, and too simple to be wrong. */
record NaiveCalendar(WorkingCalendar calendar) {
    Instant plus(Instant start, int minutes) {
        Instant at = start;
        for (int left = minutes; left > 0; at = at.plus(1, ChronoUnit.MINUTES)) {
            if (open(at)) {
                left--;
            }
        }
        return at;
    }

    Duration between(Instant from, Instant to) {
        int minutes = 0;
        for (Instant at = from; at.isBefore(to); at = at.plus(1, ChronoUnit.MINUTES)) {
            if (open(at)) {
                minutes++;
            }
        }
        return Duration.ofMinutes(minutes);
    }

    boolean open(Instant at) {
        LocalDate today = at.atZone(calendar.zone()).toLocalDate();
        return inShiftOf(today, at) || inShiftOf(today.minusDays(1), at);
    }

    private boolean inShiftOf(LocalDate day, Instant at) {
        if (calendar.daysOff().contains(day)) {
            return false;
        }
        WeeklyHours hours = calendar.seasons().stream()
                .filter(season -> !day.isBefore(season.from()) && !day.isAfter(season.to()))
                .findFirst()
                .map(WorkingCalendar.Season::hours)
                .orElse(calendar.hours());
        for (Shift shift : hours.shifts().getOrDefault(day.getDayOfWeek(), List.of())) {
            Instant from = ZonedDateTime.of(day, shift.from(), calendar.zone()).toInstant();
            LocalDate lastDay = shift.to().compareTo(shift.from()) > 0 ? day : day.plusDays(1);
            Instant to = ZonedDateTime.of(lastDay, shift.to(), calendar.zone()).toInstant();
            if (from.compareTo(at) <= 0 && at.compareTo(to) < 0) {
                return true;
            }
        }
        return false;
    }
}
