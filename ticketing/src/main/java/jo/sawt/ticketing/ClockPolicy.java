package jo.sawt.ticketing;

import java.io.Reader;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** By when a matter needs its first response and its resolution, for each kind, and for a department where it has its own. */
public record ClockPolicy(List<Rule> rules) {
    public ClockPolicy {
        rules = List.copyOf(rules);
        Map<Object, Rule> seen = new HashMap<>();
        Set<Kind> general = EnumSet.noneOf(Kind.class);
        for (Rule rule : rules) {
            if (seen.put(List.of(rule.kind(), rule.department()), rule) != null) {
                throw new IllegalArgumentException(
                        "two rules for " + rule.kind().wire() + " of the same department");
            }
            if (rule.department().isEmpty()) {
                general.add(rule.kind());
            }
        }
        if (general.size() < Kind.values().length) {
            throw new IllegalArgumentException("each kind needs a rule for all departments");
        }
    }

    /** The targets of one kind; of all departments without their own where {@code department} is empty. */
    public record Rule(Kind kind, Optional<DepartmentId> department, Target firstResponse, Target resolution) {}

    /** The packaged defaults: what is published, and a careful choice where nothing is. */
    public static ClockPolicy jordan() {
        return new ClockPolicy(Table.packaged("targets.tsv", 4, ClockPolicy::rule));
    }

    /** Reads a table of the packaged form. */
    public static ClockPolicy read(Reader targets) {
        return new ClockPolicy(Table.read(targets, 4, ClockPolicy::rule));
    }

    /** The rule that counts. */
    public Rule rule(Kind kind, Optional<DepartmentId> department) {
        return find(kind, department).or(() -> find(kind, Optional.empty())).orElseThrow();
    }

    private Optional<Rule> find(Kind kind, Optional<DepartmentId> department) {
        return rules.stream()
                .filter(rule -> rule.kind() == kind && Objects.equals(rule.department(), department))
                .findFirst();
    }

    private static Rule rule(List<String> cells) {
        return new Rule(
                Kind.parse(cells.get(0)).orElseThrow(() -> new IllegalArgumentException("not a kind: " + cells.get(0))),
                cells.get(1).equals("*") ? Optional.empty() : Optional.of(new DepartmentId(cells.get(1))),
                Target.parse(cells.get(2)),
                Target.parse(cells.get(3)));
    }
}
