package jo.sawt.knowledge;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads charters, agreements, indicators and synonyms. */
final class StandardsReader {
    private static final Set<String> BOUNDS =
            Arrays.stream(Target.Bound.values()).map(Target.Bound::wire).collect(Collectors.toSet());
    private static final Pattern PERIOD = Pattern.compile("[12][0-9]{3}(-q[1-4]|-(0[1-9]|1[0-2]))?");

    private StandardsReader() {}

    static Charter charter(Fields fields, Set<String> confidence) {
        return new Charter(
                fields.id("id"),
                new DepartmentId(fields.id("department")),
                service(fields),
                fields.requiredBilingual("name", 200),
                fields.requiredBilingual("promise", 2_000),
                targets(fields),
                fields.oneOf("confidence", confidence, "partly"),
                fields.addresses("sources", 50));
    }

    static Agreement agreement(Fields fields, Set<String> confidence) {
        String id = fields.id("id");
        List<DepartmentId> parties =
                fields.ids("parties", 50).stream().map(DepartmentId::new).toList();
        if (parties.size() < 2) {
            fields.flaw("parties", Remedy.TWO);
        }
        DepartmentId lead = department(fields, "lead");
        if (lead != null && !parties.contains(lead)) {
            fields.flaw("lead", Remedy.PARTY);
        }
        return new Agreement(
                id,
                fields.requiredBilingual("name", 200),
                parties,
                lead,
                service(fields),
                fields.requiredBilingual("purpose", 2_000),
                targets(fields),
                fields.oneOf("confidence", confidence, "partly"),
                fields.addresses("sources", 50));
    }

    static Indicator indicator(Fields fields, Set<String> confidence) {
        return new Indicator(
                fields.id("id"),
                fields.requiredBilingual("name", 200),
                fields.word("dimension"),
                fields.requiredBilingual("formula", 1_000),
                fields.word("unit"),
                bound(fields),
                figure(fields, "target"),
                department(fields, "department"),
                service(fields),
                fields.each("values", 200, (list, place) -> value(list.object(place))),
                fields.oneOf("confidence", confidence, "partly"),
                fields.addresses("sources", 50));
    }

    static Synonym synonym(Fields fields) {
        String id = fields.id("id");
        return new Synonym(id, phrases(fields, "said"), phrases(fields, "means"), fields.text("note", 500));
    }

    private static List<String> phrases(Fields fields, String name) {
        List<String> phrases = fields.texts(name, 50, 80);
        if (!fields.has(name) || phrases.isEmpty()) {
            fields.flaw(name, Remedy.REQUIRED);
        }
        return phrases;
    }

    private static List<Target> targets(Fields fields) {
        return fields.each("targets", 60, (list, place) -> target(list.object(place)));
    }

    private static Target target(Fields fields) {
        return new Target(
                fields.requiredBilingual("label", 300),
                bound(fields),
                requiredFigure(fields, "value"),
                fields.word("unit"));
    }

    private static Indicator.Value value(Fields fields) {
        String period = fields.requiredText("period", 20);
        if (!PERIOD.matcher(period).matches()) {
            fields.flaw("period", Remedy.PERIOD);
        }
        return new Indicator.Value(period, requiredFigure(fields, "value"));
    }

    private static Target.Bound bound(Fields fields) {
        return Target.Bound.parse(fields.oneOf("bound", BOUNDS, Target.Bound.AT_LEAST.wire()))
                .orElse(Target.Bound.AT_LEAST);
    }

    private static @Nullable BigDecimal figure(Fields fields, String name) {
        return fields.number(name, "-1000000000", "1000000000", 3);
    }

    private static BigDecimal requiredFigure(Fields fields, String name) {
        if (!fields.has(name)) {
            fields.flaw(name, Remedy.REQUIRED);
        }
        return Optional.ofNullable(figure(fields, name)).orElse(BigDecimal.ZERO);
    }

    private static @Nullable DepartmentId department(Fields fields, String name) {
        return fields.optionalId(name).map(DepartmentId::new).orElse(null);
    }

    private static @Nullable ServiceId service(Fields fields) {
        return fields.optionalId("service").map(ServiceId::new).orElse(null);
    }
}
