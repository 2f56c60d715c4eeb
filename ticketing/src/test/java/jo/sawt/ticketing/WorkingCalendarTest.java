package jo.sawt.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WorkingCalendarTest {
    private static final ZoneId AMMAN = ZoneId.of("Asia/Amman");
    private static final WorkingCalendar JORDAN = CalendarTables.jordan();

    @Test
    void threeHoursFromThursdayAfternoonEndOnSundayMorning() {
        assertThat(JORDAN.plus(amman("2026-11-26T14:00:00"), Duration.ofHours(3)))
                .isEqualTo(amman("2026-11-29T09:30:00"));
    }

    @Test
    void secondsAreKept() {
        assertThat(JORDAN.plus(amman("2026-11-26T15:29:58"), Duration.ofSeconds(5)))
                .isEqualTo(amman("2026-11-29T08:00:03"));
    }

    @Test
    void aWholeDayOfWorkIsDueAtTheCloseNotAtTheNextOpening() {
        assertThat(JORDAN.plus(amman("2026-11-29T08:00:00"), Duration.ofMinutes(450)))
                .isEqualTo(amman("2026-11-29T15:30:00"));
    }

    @Test
    void eidAndTheWeekendBesideItDoNotCount() {
        // 25 May is Independence Day, 26 to 30 May Arafah and Eid al-Adha, 29 and 30 May also a weekend.
        assertThat(JORDAN.plus(amman("2026-05-24T14:30:00"), Duration.ofHours(2)))
                .isEqualTo(amman("2026-05-31T09:00:00"));
        assertThat(JORDAN.plusDays(amman("2026-05-24T14:30:00"), 1)).isEqualTo(amman("2026-05-31T15:30:00"));
    }

    @Test
    void ramadanHasShorterHours() {
        assertThat(JORDAN.between(amman("2026-02-22T00:00:00"), amman("2026-02-23T00:00:00")))
                .isEqualTo(Duration.ofHours(5));
        assertThat(JORDAN.plus(amman("2026-02-17T15:00:00"), Duration.ofHours(1)))
                .isEqualTo(amman("2026-02-18T10:30:00"));
    }

    @Test
    void ammanIsThreeHoursAheadAllYearSince2022() {
        assertThat(JORDAN.plus(Instant.parse("2026-01-04T05:00:00Z"), Duration.ofMinutes(1)))
                .isEqualTo(Instant.parse("2026-01-04T05:01:00Z"));
        assertThat(JORDAN.plus(Instant.parse("2026-07-05T05:00:00Z"), Duration.ofMinutes(1)))
                .isEqualTo(Instant.parse("2026-07-05T05:01:00Z"));
    }

    @Test
    void aNightShiftIsAnHourLongerWhenTheClockGoesBack() {
        WorkingCalendar nights =
                new WorkingCalendar(AMMAN, WeeklyHours.parse("THU", "22:00-06:00"), List.of(), Set.of());
        assertThat(nights.between(amman("2021-10-28T12:00:00"), amman("2021-10-29T12:00:00")))
                .isEqualTo(Duration.ofHours(9));
        assertThat(nights.between(amman("2022-02-24T12:00:00"), amman("2022-02-25T12:00:00")))
                .isEqualTo(Duration.ofHours(7));
        assertThat(nights.between(amman("2022-10-27T12:00:00"), amman("2022-10-28T12:00:00")))
                .isEqualTo(Duration.ofHours(8));
    }

    @Test
    void aShiftThatTheClockSkipsDoesNotHideTheOneItLandsBehind() {
        WorkingCalendar early =
                new WorkingCalendar(AMMAN, WeeklyHours.parse("FRI", "00:15-00:30,01:00-01:15"), List.of(), Set.of());
        assertThat(early.between(amman("2022-02-24T12:00:00"), amman("2022-02-25T12:00:00")))
                .isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void aNightShiftCountsIntoADayOff() {
        WorkingCalendar nights = new WorkingCalendar(
                AMMAN, WeeklyHours.parse("SUN-SAT", "22:00-02:00"), List.of(), Set.of(LocalDate.of(2026, 5, 25)));
        assertThat(nights.isOpen(amman("2026-05-25T01:00:00"))).isTrue();
        assertThat(nights.isOpen(amman("2026-05-25T23:00:00"))).isFalse();
        assertThat(nights.isOpen(amman("2026-05-26T01:00:00"))).isFalse();
    }

    @Test
    void aRoundTheClockOfficeCountsEveryMinute() {
        WorkingCalendar always =
                new WorkingCalendar(ZoneOffset.UTC, WeeklyHours.parse("SUN-SAT", "00:00-00:00"), List.of(), Set.of());
        assertThat(always.plus(Instant.EPOCH, Duration.ofDays(30))).isEqualTo(Instant.EPOCH.plus(Duration.ofDays(30)));
    }

    @Test
    void aCalendarWithoutAnyWorkIsRefused() {
        assertThatThrownBy(() -> new WorkingCalendar(AMMAN, new WeeklyHours(Map.of()), List.of(), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWrongLineOfATableIsNamed() {
        assertThatThrownBy(() -> CalendarTables.read(
                        AMMAN,
                        new StringReader("# h\n-\t-\tSUN-THU\t08:00-25:00\ta\tb\tfixed\n"),
                        new StringReader("")))
                .hasMessageContaining("line 2")
                .hasMessageContaining("08:00-25:00");
        assertThatThrownBy(() -> CalendarTables.read(
                        AMMAN,
                        new StringReader("-\t-\tSUN-THU\t08:00-15:00\ta\tb\tfixed\n"),
                        new StringReader("2026-01-01\ta\tb\tperhaps\n")))
                .hasMessageContaining("line 1")
                .hasMessageContaining("perhaps");
    }

    @Test
    void bothYearsHaveTheirFixedAndTheirLunarDays() {
        Map<Integer, Map<Holiday.Certainty, Long>> count = CalendarTables.jordanHolidays().stream()
                .collect(Collectors.groupingBy(
                        day -> day.date().getYear(), Collectors.groupingBy(Holiday::certainty, Collectors.counting())));
        assertThat(count.keySet()).containsExactlyInAnyOrder(2026, 2027);
        assertThat(count.values())
                .allSatisfy(year -> assertThat(year)
                        .containsEntry(Holiday.Certainty.FIXED, 4L)
                        .containsEntry(Holiday.Certainty.EXPECTED, 10L));
    }

    @Test
    void aComplaintIsDueInAWeekAndItsFirstResponseInTwoWorkingDays() {
        Deadlines.Due due = WorkingDeadlines.jordan()
                .due(Kind.COMPLAINT, Optional.of(new DepartmentId("dls")), amman("2026-11-26T09:00:00"));
        assertThat(due.firstResponse()).isEqualTo(amman("2026-11-30T15:30:00"));
        assertThat(due.resolution()).isEqualTo(amman("2026-12-03T15:30:00"));
    }

    @Test
    void aDepartmentWithItsOwnTargetsKeepsThem() {
        Deadlines.Due due = WorkingDeadlines.jordan()
                .due(Kind.COMPLAINT, Optional.of(new DepartmentId("mohe")), amman("2026-11-29T09:00:00"));
        assertThat(due.resolution()).isEqualTo(amman("2026-12-13T15:30:00"));
    }

    @Test
    void aFirstResponseIsNeverDueAfterTheResolution() {
        String all =
                "INQUIRY\t*\t2d\t1h\nCOMPLAINT\t*\t1d\t1d\nSUGGESTION\t*\t1d\t1d\nREPORT\t*\t1d\t1d\nPRAISE\t*\t1d\t1d\n";
        Deadlines deadlines = new WorkingDeadlines(ClockPolicy.read(new StringReader(all)), JORDAN, Map.of());
        Deadlines.Due due = deadlines.due(Kind.INQUIRY, Optional.empty(), amman("2026-11-29T09:00:00"));
        assertThat(due.firstResponse()).isEqualTo(due.resolution()).isEqualTo(amman("2026-11-29T10:00:00"));
    }

    @Test
    void aPolicyThatForgetsAKindOrNamesOneTwiceIsRefused() {
        assertThatThrownBy(() -> ClockPolicy.read(new StringReader("INQUIRY\t*\t1d\t3d\n")))
                .hasMessageContaining("each kind");
        assertThatThrownBy(() -> ClockPolicy.read(new StringReader("INQUIRY\t*\t1d\t3d\nINQUIRY\t*\t1d\t4d\n")))
                .hasMessageContaining("INQUIRY");
    }

    @Test
    void aClockThatHadRunOutStaysOverdueAfterAPause() {
        Instant due = amman("2026-11-29T10:00:00");
        assertThat(WorkingDeadlines.jordan()
                        .afterPause(Optional.empty(), due, amman("2026-11-29T11:00:00"), amman("2026-12-01T11:00:00")))
                .isEqualTo(due);
    }

    @Test
    void targetsKeepTheirWireForm() {
        assertThat(List.of("90m", "4h", "2d", "0h"))
                .allSatisfy(wire -> assertThat(Target.parse(wire).wire()).isEqualTo(wire));
        assertThatThrownBy(() -> Target.parse("2w")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Instant amman(String local) {
        return LocalDateTime.parse(local).atZone(AMMAN).toInstant();
    }
}
