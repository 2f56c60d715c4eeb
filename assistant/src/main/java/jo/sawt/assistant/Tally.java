package jo.sawt.assistant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Shares of right answers by register, as a table, and what was most often taken for what. */
final class Tally {
    private static final List<String> COLUMNS = List.of(
            Verdict.SERVICE,
            Verdict.WITH_OPTIONS,
            Verdict.FACET,
            Verdict.KIND,
            Verdict.DEPARTMENT,
            Verdict.LANG,
            Verdict.OUTCOME,
            Verdict.ASKED,
            Verdict.REFUSED,
            Verdict.TURN);
    private static final Map<String, String> CONFUSED =
            Map.of("facet", "facet", "kind", "kind", "department", "dept", "expect", "outcome", "service", "service");
    private static final int MOST_CONFUSIONS = 12;

    private final Map<String, Map<String, int[]>> shares = new TreeMap<>();
    private final Map<String, Integer> lines = new TreeMap<>();
    private final Map<String, Map<String, Integer>> confusions = new TreeMap<>();

    void add(String register, Verdict verdict) {
        for (String row : List.of(register, "~all")) {
            lines.merge(row, 1, Integer::sum);
            verdict.measured().forEach((what, right) -> {
                int[] share =
                        shares.computeIfAbsent(row, r -> new LinkedHashMap<>()).computeIfAbsent(what, w -> new int[2]);
                share[0] += right ? 1 : 0;
                share[1]++;
            });
        }
        CONFUSED.forEach((wanted, given) -> confuse(wanted, given, verdict));
    }

    private void confuse(String wanted, String given, Verdict verdict) {
        String expected = verdict.expected().get(wanted);
        String got = verdict.got().get(given);
        if (expected == null
                || expected.isEmpty()
                || List.of(expected.split("\\|", -1)).contains(got)) {
            return;
        }
        confusions.computeIfAbsent(wanted, w -> new TreeMap<>()).merge(expected + " -> " + got, 1, Integer::sum);
    }

    String table() {
        StringBuilder out = new StringBuilder(String.format(Locale.ROOT, "%-12s%7s", "register", "lines"));
        List<String> columns = COLUMNS.stream()
                .filter(c -> shares.values().stream().anyMatch(row -> row.containsKey(c)))
                .toList();
        columns.forEach(column -> out.append(String.format(Locale.ROOT, "%9s", column)));
        lines.forEach((row, count) -> {
            out.append(String.format(Locale.ROOT, "%n%-12s%7d", row.replace("~", ""), count));
            columns.forEach(
                    column -> out.append(cell(shares.getOrDefault(row, Map.of()).get(column))));
        });
        return out.toString();
    }

    private static String cell(int @Nullable [] share) {
        return share == null || share[1] == 0
                ? String.format(Locale.ROOT, "%9s", "-")
                : String.format(Locale.ROOT, "%9.3f", share[0] / (double) share[1]);
    }

    /** The commonest confusions of each kind, one a line. */
    List<String> confusions() {
        List<String> result = new ArrayList<>();
        confusions.forEach((what, pairs) -> pairs.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST_CONFUSIONS)
                .forEach(pair ->
                        result.add(String.format(Locale.ROOT, "%-11s %3d  %s", what, pair.getValue(), pair.getKey()))));
        return result;
    }
}
