package jo.sawt.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class WorkingCalendarPropertyTest {
    private static final ZoneId AMMAN = ZoneId.of("Asia/Amman");
    private static final WorkingCalendar JORDAN = CalendarTables.jordan();

    @Property(tries = 200)
    void addingEqualsCountingMinutesInJordan(
            @ForAll("minutes2026") Instant start, @ForAll @IntRange(max = 3_000) int work) {
        assertThat(JORDAN.plus(start, Duration.ofMinutes(work))).isEqualTo(new NaiveCalendar(JORDAN).plus(start, work));
    }

    @Property(tries = 200)
    void addingEqualsCountingMinutesInAnyCalendar(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("minutes") Instant start,
            @ForAll @IntRange(max = 1_500) int work) {
        assertThat(calendar.plus(start, Duration.ofMinutes(work)))
                .isEqualTo(new NaiveCalendar(calendar).plus(start, work));
    }

    @Property(tries = 200)
    void measuringEqualsCountingMinutesInAnyCalendar(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("minutes") Instant from,
            @ForAll @IntRange(max = 20_000) int later) {
        Instant to = from.plus(later, ChronoUnit.MINUTES);
        Duration naive = new NaiveCalendar(calendar).between(from, to);
        assertThat(calendar.between(from, to)).isEqualTo(naive);
        assertThat(calendar.between(to, from)).isEqualTo(naive.negated());
    }

    @Property(tries = 500)
    void whatIsAddedIsMeasured(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("minutes") Instant start,
            @ForAll @IntRange(max = 50_000) int work) {
        Duration time = Duration.ofMinutes(work);
        assertThat(calendar.between(start, calendar.plus(start, time))).isEqualTo(time);
    }

    @Property(tries = 500)
    void openIsWhatCounts(@ForAll("calendars") WorkingCalendar calendar, @ForAll("minutes") Instant at) {
        assertThat(calendar.isOpen(at)).isEqualTo(new NaiveCalendar(calendar).open(at));
    }

    @Property(tries = 300)
    void aPauseGivesBackAsMuchWorkingTimeAsItTook(
            @ForAll("minutes2026") Instant start,
            @ForAll @IntRange(min = 1, max = 3_000) int target,
            @ForAll @IntRange(max = 2_999) int worked,
            @ForAll @IntRange(max = 30_000) int paused) {
        WorkingDeadlines deadlines = WorkingDeadlines.jordan();
        Instant due = JORDAN.plus(start, Duration.ofMinutes(target));
        Instant stopped = JORDAN.plus(start, Duration.ofMinutes(Math.min(worked, target - 1)));
        Instant wentOn = stopped.plus(paused, ChronoUnit.MINUTES);
        Instant moved = deadlines.afterPause(Optional.empty(), due, stopped, wentOn);
        assertThat(JORDAN.between(start, moved))
                .isEqualTo(Duration.ofMinutes(target).plus(JORDAN.between(stopped, wentOn)));
    }

    @Provide
    Arbitrary<Instant> minutes2026() {
        return minutes(Instant.parse("2025-12-20T00:00:00Z"), Instant.parse("2027-12-20T00:00:00Z"));
    }

    /** Over five changes of the clock and the last one of all. */
    @Provide
    Arbitrary<Instant> minutes() {
        return Arbitraries.oneOf(
                minutes(Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2024-01-01T00:00:00Z")),
                Arbitraries.of("2020-03-26", "2020-10-29", "2021-03-25", "2021-10-28", "2022-02-24", "2022-10-27")
                        .map(day -> Instant.parse(day + "T18:00:00Z"))
                        .flatMap(around -> minutes(around, around.plus(12, ChronoUnit.HOURS))));
    }

    private static Arbitrary<Instant> minutes(Instant from, Instant to) {
        return Arbitraries.longs()
                .between(from.getEpochSecond() / 60, to.getEpochSecond() / 60)
                .map(minute -> Instant.ofEpochSecond(minute * 60));
    }

    @Provide
    Arbitrary<WorkingCalendar> calendars() {
        Arbitrary<LocalDate> dates = Arbitraries.integers().between(0, 1_500).map(LocalDate.of(2020, 1, 1)::plusDays);
        Arbitrary<WorkingCalendar.Season> seasons = Combinators.combine(
                        dates, Arbitraries.integers().between(0, 40), weeks(0))
                .as((from, days, hours) -> new WorkingCalendar.Season(from, from.plusDays(days), hours));
        return Combinators.combine(
                        weeks(2), seasons.list().ofMaxSize(6), dates.set().ofMaxSize(150))
                .as((hours, list, off) -> new WorkingCalendar(AMMAN, hours, list, Set.copyOf(off)));
    }

    private static Arbitrary<WeeklyHours> weeks(int least) {
        Arbitrary<LocalTime> times =
                Arbitraries.integers().between(0, 95).map(quarter -> LocalTime.MIDNIGHT.plusMinutes(15L * quarter));
        Arbitrary<List<Shift>> shifts = Combinators.combine(times, times)
                .as(Shift::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
        return Arbitraries.maps(Arbitraries.of(DayOfWeek.class), shifts)
                .ofMinSize(least)
                .ofMaxSize(7)
                .map(map -> new WeeklyHours(Map.copyOf(map)));
    }
}
