package jo.sawt.ticketing;

import java.io.Reader;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads working calendars from their two tables: {@code hours-….tsv} and {@code holidays-….tsv}; the packaged ones are Jordan's. */
public final class CalendarTables {
    private static final ZoneId AMMAN = ZoneId.of("Asia/Amman");

    private CalendarTables() {}

    /** The common calendar of Jordan's departments, as far as its holidays are known. */
    public static WorkingCalendar jordan() {
        return calendar(AMMAN, Table.packaged("hours-jordan.tsv", 7, CalendarTables::line), jordanHolidays());
    }

    /** Jordan's official days off of the years that the packaged table covers. */
    public static List<Holiday> jordanHolidays() {
        return Table.packaged("holidays-jordan.tsv", 4, CalendarTables::holiday);
    }

    /** Reads a calendar from tables of the packaged form; the line without dates may come anywhere, once. */
    public static WorkingCalendar read(ZoneId zone, Reader hours, Reader holidays) {
        return calendar(
                zone, Table.read(hours, 7, CalendarTables::line), Table.read(holidays, 4, CalendarTables::holiday));
    }

    private record Line(boolean ordinary, LocalDate from, LocalDate to, WeeklyHours hours) {}

    private static WorkingCalendar calendar(ZoneId zone, List<Line> lines, List<Holiday> holidays) {
        List<WeeklyHours> ordinary = new ArrayList<>();
        List<WorkingCalendar.Season> seasons = new ArrayList<>();
        for (Line line : lines) {
            if (line.ordinary()) {
                ordinary.add(line.hours());
            } else {
                seasons.add(new WorkingCalendar.Season(line.from(), line.to(), line.hours()));
            }
        }
        if (ordinary.size() != 1) {
            throw new IllegalArgumentException("a calendar has one line without dates, not " + ordinary.size());
        }
        return new WorkingCalendar(
                zone,
                ordinary.getFirst(),
                seasons,
                holidays.stream().map(Holiday::date).collect(Collectors.toSet()));
    }

    private static Line line(List<String> cells) {
        certainty(cells.get(6));
        WeeklyHours hours = WeeklyHours.parse(cells.get(2), cells.get(3));
        if (cells.get(0).equals("-") && cells.get(1).equals("-")) {
            return new Line(true, LocalDate.MIN, LocalDate.MAX, hours);
        }
        return new Line(false, LocalDate.parse(cells.get(0)), LocalDate.parse(cells.get(1)), hours);
    }

    private static Holiday holiday(List<String> cells) {
        return new Holiday(LocalDate.parse(cells.get(0)), cells.get(1), cells.get(2), certainty(cells.get(3)));
    }

    private static Holiday.Certainty certainty(String wire) {
        return Holiday.Certainty.parse(wire)
                .orElseThrow(() -> new IllegalArgumentException("certainty is fixed, announced or expected: " + wire));
    }
}
