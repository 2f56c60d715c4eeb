package jo.sawt.ticketing;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Deadlines by the targets of a policy, in the calendar of the department, or the common one where it has none. */
public final class WorkingDeadlines implements Deadlines {
    private final ClockPolicy policy;
    private final WorkingCalendar common;
    private final Map<DepartmentId, WorkingCalendar> own;

    public WorkingDeadlines(ClockPolicy policy, WorkingCalendar common, Map<DepartmentId, WorkingCalendar> own) {
        this.policy = policy;
        this.common = common;
        this.own = Map.copyOf(own);
    }

    /** The packaged targets in the common calendar of Jordan. */
    public static WorkingDeadlines jordan() {
        return new WorkingDeadlines(ClockPolicy.jordan(), CalendarTables.jordan(), Map.of());
    }

    @Override
    public Due due(Kind kind, Optional<DepartmentId> department, Instant from) {
        ClockPolicy.Rule rule = policy.rule(kind, department);
        WorkingCalendar calendar = calendar(department);
        Instant resolution = rule.resolution().from(from, calendar);
        Instant first = rule.firstResponse().from(from, calendar);
        return new Due(first.isAfter(resolution) ? resolution : first, resolution);
    }

    @Override
    public Instant afterPause(Optional<DepartmentId> department, Instant due, Instant stopped, Instant wentOn) {
        if (wentOn.isBefore(stopped)) {
            throw new IllegalArgumentException("a clock goes on after it was stopped, not before");
        }
        if (!due.isAfter(stopped)) {
            return due;
        }
        WorkingCalendar calendar = calendar(department);
        Instant later = calendar.plus(wentOn, calendar.between(stopped, due));
        return later.isBefore(due) ? due : later;
    }

    @Override
    public Duration workingTime(Optional<DepartmentId> department, Instant from, Instant to) {
        return calendar(department).between(from, to);
    }

    private WorkingCalendar calendar(Optional<DepartmentId> department) {
        return department.map(own::get).orElse(common);
    }
}
