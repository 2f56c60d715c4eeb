package jo.sawt.ticketing;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The shifts of each day of the week, earliest first; a day without any is a day off. */
public record WeeklyHours(Map<DayOfWeek, List<Shift>> shifts) {
    public WeeklyHours {
        Map<DayOfWeek, List<Shift>> sorted = new EnumMap<>(DayOfWeek.class);
        shifts.forEach((day, list) -> {
            if (!list.isEmpty()) {
                sorted.put(
                        day,
                        list.stream().sorted(Comparator.comparing(Shift::from)).toList());
            }
        });
        shifts = Map.copyOf(sorted);
    }

    /**
     * Reads the form of the calendar files.
     *
     * @param days {@code SUN-THU} or {@code SUN,TUE,THU}
     * @param shifts {@code 08:00-12:00,13:00-15:30}
     */
    public static WeeklyHours parse(String days, String shifts) {
        List<Shift> each = new ArrayList<>();
        for (String shift : shifts.split(",", -1)) {
            each.add(Shift.parse(shift));
        }
        Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
        for (String part : days.split(",", -1)) {
            String[] ends = part.strip().split("-", -1);
            DayOfWeek last = day(ends[ends.length - 1]);
            for (DayOfWeek day = day(ends[0]); ; day = day.plus(1)) {
                week.put(day, each);
                if (day == last) {
                    break;
                }
            }
        }
        return new WeeklyHours(week);
    }

    List<Shift> on(DayOfWeek day) {
        return shifts.getOrDefault(day, List.of());
    }

    boolean isEmpty() {
        return shifts.isEmpty();
    }

    private static DayOfWeek day(String abbreviation) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().substring(0, 3).equals(abbreviation)) {
                return day;
            }
        }
        throw new IllegalArgumentException("not a day of the week, such as SUN: " + abbreviation);
    }
}
