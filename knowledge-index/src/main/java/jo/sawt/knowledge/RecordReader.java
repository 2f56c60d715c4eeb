package jo.sawt.knowledge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads records of the registry from JSON that comes from outside, with bounds on everything. */
public final class RecordReader {
    /** The most characters that one line of an import may have. */
    public static final int LONGEST_LINE = 2_000_000;

    private static final Set<String> CONFIDENCE = Set.of("sourced", "partly", "illustrative");
    /** How people write: the registers of ways of asking. */
    public static final Set<String> REGISTERS = Set.of("msa", "jordanian", "arabizi", "english", "misspelled", "mixed");

    /** The wire forms of all facets. */
    public static final Set<String> FACETS =
            Set.copyOf(Arrays.stream(Facet.values()).map(Facet::wire).toList());

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_LINE)
                            .maxNestingDepth(20)
                            .maxNumberLength(40)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private RecordReader() {}

    /** Reads one line of an import; of {@code UTTERANCES}, a line is one way of asking. */
    public static Reading line(RecordKind kind, String line) {
        try {
            return record(kind, JSON.readTree(line));
        } catch (JsonProcessingException e) {
            return new Reading.Flawed("", List.of(new Flaw("", Remedy.JSON)));
        }
    }

    /** Reads one record. */
    public static Reading record(RecordKind kind, JsonNode json) {
        if (!json.isObject()) {
            return new Reading.Flawed("", List.of(new Flaw("", Remedy.JSON)));
        }
        List<Flaw> flaws = new ArrayList<>();
        Fields fields = new Fields(json, "", flaws);
        RegistryRecord record = switch (kind) {
            case SERVICES -> ServiceReader.read(fields, CONFIDENCE);
            case DEPARTMENTS -> department(fields);
            case CENTERS -> center(fields);
            case LIFE_EVENTS -> lifeEvent(fields);
            case UTTERANCES -> utterances(fields);
            case DOCUMENTS -> document(fields);
            case CHARTERS -> StandardsReader.charter(fields, CONFIDENCE);
            case AGREEMENTS -> StandardsReader.agreement(fields, CONFIDENCE);
            case INDICATORS -> StandardsReader.indicator(fields, CONFIDENCE);
            case SYNONYMS -> StandardsReader.synonym(fields);
        };
        Optional<LocalDate> from = fields.date("effectiveFrom");
        return flaws.isEmpty() ? new Reading.Sound(record, from) : new Reading.Flawed(id(json), flaws);
    }

    private static String id(JsonNode json) {
        Fields fields = new Fields(json, "", new ArrayList<>());
        String id = fields.id(json.has("id") ? "id" : "service");
        return id.equals(Fields.STAND_IN) ? "" : id;
    }

    private static Department department(Fields fields) {
        String id = fields.id("id");
        Optional<String> parent = fields.optionalId("parent");
        if (parent.filter(id::equals).isPresent()) {
            fields.flaw("parent", Remedy.ITSELF);
        }
        return new Department(
                new DepartmentId(id),
                fields.requiredBilingual("name", 200),
                fields.lines("aliases", 100, 200),
                parent.map(DepartmentId::new).orElse(null),
                count(fields, "serviceCount"),
                count(fields, "automatedCount"),
                fields.lines("complaintSubjects", 100, 300),
                confirmEvery(fields),
                fields.oneOf("confidence", CONFIDENCE, "partly"));
    }

    private static @Nullable Integer count(Fields fields, String name) {
        BigDecimal count = fields.number(name, "0", "100000", 0);
        return count == null ? null : count.intValueExact();
    }

    private static @Nullable Integer confirmEvery(Fields fields) {
        BigDecimal days = fields.number("confirmEveryDays", "1", "3650", 0);
        return days == null ? null : days.intValueExact();
    }

    private static Center center(Fields fields) {
        return new Center(
                fields.id("id"),
                fields.requiredBilingual("name", 200),
                fields.requiredText("governorate", 100),
                degrees(fields, "lat", "90"),
                degrees(fields, "lon", "180"),
                fields.optionalId("operator").map(DepartmentId::new).orElse(null),
                fields.word("status"),
                fields.ids("departments", 300).stream().map(DepartmentId::new).toList(),
                fields.bilingual("hours", 500),
                fields.oneOf("confidence", CONFIDENCE, "partly"),
                fields.addresses("sources", 50));
    }

    private static double degrees(Fields fields, String name, String limit) {
        if (!fields.has(name)) {
            fields.flaw(name, Remedy.REQUIRED);
            return 0;
        }
        BigDecimal degrees = fields.number(name, "-" + limit, limit, 8);
        return degrees == null ? 0 : degrees.doubleValue();
    }

    private static LifeEvent lifeEvent(Fields fields) {
        return new LifeEvent(
                fields.id("id"),
                fields.requiredBilingual("name", 200),
                fields.ids("services", 300).stream().map(ServiceId::new).toList());
    }

    private static ServiceUtterances utterances(Fields fields) {
        ServiceId service = new ServiceId(fields.id("service"));
        Utterance way = new Utterance(
                service,
                fields.requiredText("text", 500),
                fields.oneOf("register", REGISTERS, "mixed"),
                Facet.parse(fields.oneOf("facet", FACETS, "")).orElse(null));
        return new ServiceUtterances(service, List.of(way));
    }

    private static Document document(Fields fields) {
        String id = fields.id("id");
        String title = fields.requiredText("title", 300);
        String text = fields.requiredText("text", 1_000_000);
        Lang lang = Lang.parse(fields.oneOf("lang", Set.of("ar", "en"), "ar")).orElse(Lang.AR);
        String source = fields.text("source", 1_000);
        DepartmentId department =
                fields.optionalId("department").map(DepartmentId::new).orElse(null);
        return new Document(id, 0, title, text, lang, source.isEmpty() ? null : source, department, LocalDate.EPOCH);
    }
}
