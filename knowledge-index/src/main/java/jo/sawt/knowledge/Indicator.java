package jo.sawt.knowledge;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A performance indicator of the national measurement framework (articles 2 and 4): what is measured and how, what is
 * aimed at, and what was measured.
 *
 * @param dimension one word, such as satisfaction, time, access
 * @param formula how it is computed, in words
 * @param unit one word, such as percent
 * @param bound which side of the target is good
 * @param target null where none is set
 * @param department whose it is, null where it is the government's
 * @param service the only service it is of, null where it is of more
 * @param values what was measured, oldest first
 * @param confidence sourced, partly or illustrative
 */
public record Indicator(
        String id,
        Text name,
        String dimension,
        Text formula,
        String unit,
        Target.Bound bound,
        @Nullable BigDecimal target,
        @Nullable DepartmentId department,
        @Nullable ServiceId service,
        List<Value> values,
        String confidence,
        List<String> sources)
        implements RegistryRecord {
    public Indicator {
        values = List.copyOf(values);
        sources = List.copyOf(sources);
    }

    @Override
    public String key() {
        return id;
    }

    /**
     * What was measured.
     *
     * @param period a year, quarter or month: 2025, 2025-q3, 2025-09
     */
    public record Value(String period, BigDecimal value) {}
}
