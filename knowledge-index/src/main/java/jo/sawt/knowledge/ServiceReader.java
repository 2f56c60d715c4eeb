package jo.sawt.knowledge;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads a service. */
final class ServiceReader {
    private static final Set<String> FIELDS = Set.of(
            "name",
            "aliases",
            "summary",
            "audience",
            "conditions",
            "documents",
            "steps",
            "fees",
            "duration",
            "channels",
            "locations",
            "url",
            "legalBasis",
            "lifeEvents",
            "related");
    private static final Set<String> CURRENCIES = Set.of("JOD", "USD", "EUR");

    private ServiceReader() {}

    static ServiceRecord read(Fields fields, Set<String> confidence) {
        String id = fields.id("id");
        return new ServiceRecord(
                new ServiceId(id),
                0,
                LocalDate.EPOCH,
                null,
                new DepartmentId(fields.id("department")),
                fields.requiredBilingual("name", 200),
                fields.lines("aliases", 100, 200),
                fields.requiredBilingual("summary", 2_000),
                fields.words("audience", 20),
                fields.pairedLines("conditions", 60, 1_000),
                fields.pairedLines("documents", 60, 1_000),
                fields.pairedLines("steps", 60, 1_000),
                fields.each("fees", 60, (list, place) -> fee(list.object(place))),
                duration(fields.object("duration")),
                fields.words("channels", 20),
                fields.pairedLines("locations", 60, 500),
                fields.has("url") ? fields.address("url") : "",
                fields.bilingual("legalBasis", 1_000),
                fields.ids("lifeEvents", 50),
                related(fields, id),
                fields.oneOf("confidence", confidence, "partly"),
                illustrative(fields),
                fields.addresses("sources", 50));
    }

    private static Fee fee(Fields fields) {
        return new Fee(
                fields.requiredBilingual("label", 300),
                fields.number("amount", "0", "10000000", 3),
                fields.oneOf("currency", CURRENCIES, "JOD"),
                fields.bilingual("note", 1_000));
    }

    private static Duration duration(Fields fields) {
        return new Duration(fields.bilingual("text", 500), fields.number("days", "0", "3650", 3));
    }

    private static List<ServiceId> related(Fields fields, String id) {
        List<String> related = fields.ids("related", 50);
        if (related.contains(id)) {
            fields.flaw("related/" + related.indexOf(id), Remedy.ITSELF);
        }
        return related.stream().map(ServiceId::new).toList();
    }

    private static Set<String> illustrative(Fields fields) {
        return new LinkedHashSet<>(
                fields.each("illustrativeFields", 20, (list, place) -> list.oneOf(place, FIELDS, "name")));
    }
}
