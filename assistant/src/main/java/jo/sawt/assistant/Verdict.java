package jo.sawt.assistant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jo.sawt.ticketing.Option;
import org.jspecify.annotations.Nullable;

/**
 * How one answer compares with what was expected of it.
 *
 * @param measured what was measured, and whether it was right
 * @param got what was decided
 */
record Verdict(Map<String, Boolean> measured, Map<String, String> expected, Map<String, String> got) {
    static final String SERVICE = "service";
    static final String WITH_OPTIONS = "options";
    static final String FACET = "facet";
    static final String KIND = "kind";
    static final String DEPARTMENT = "dept";
    static final String LANG = "lang";
    static final String OUTCOME = "outcome";
    static final String ASKED = "asked";
    static final String REFUSED = "refused";
    static final String TURN = "turn";

    boolean right() {
        return measured.entrySet().stream()
                .filter(e -> !e.getKey().equals(ASKED) && !e.getKey().equals(REFUSED))
                .allMatch(Map.Entry::getValue);
    }

    /** Of a line of questions.jsonl, routing.jsonl or unanswerable.jsonl. */
    static Verdict of(JsonNode line, Answered answered) {
        Map<String, Boolean> measured = new LinkedHashMap<>();
        boolean question = line.has("facet");
        if (question) {
            measured.put(SERVICE, serviceFirst(line, answered));
            measured.put(WITH_OPTIONS, serviceFirst(line, answered) || offered(line, answered));
            measured.put(FACET, line.path("facet").asText().equals(got(answered).get(FACET)));
            measured.put(ASKED, answered.outcome().equals("clarify"));
            measured.put(
                    REFUSED,
                    !answered.outcome().equals("clarify") && !answered.outcome().equals("answered"));
        }
        if (line.has("kind")) {
            measured.put(KIND, line.path("kind").asText().equals(got(answered).get(KIND)));
        }
        if (line.has("lang")) {
            measured.put(LANG, line.path("lang").asText().equals(got(answered).get(LANG)));
        }
        if (line.has("department")) {
            List<String> wanted = list(line.path("department"));
            measured.put(
                    DEPARTMENT,
                    wanted.isEmpty() || wanted.contains(got(answered).get(DEPARTMENT)));
        }
        if (line.has("expect")) {
            measured.put(OUTCOME, line.path("expect").asText().equals(answered.outcome()));
        }
        return new Verdict(measured, expected(line), got(answered));
    }

    /** Of one turn of dialogues.jsonl: right only as a whole. */
    static Verdict ofTurn(JsonNode turn, Answered answered) {
        JsonNode expect = turn.path("expect");
        Map<String, String> got = got(answered);
        boolean right = fits(expect, "outcome", answered.outcome())
                && fits(expect, "kind", got.get(KIND))
                && fits(expect, "facet", got.get(FACET))
                && (serviceFirst(expect, answered) || offered(expect, answered));
        return new Verdict(Map.of(TURN, right), expected(expect), got);
    }

    private static boolean fits(JsonNode expect, String field, @Nullable String got) {
        return !expect.hasNonNull(field) || expect.path(field).asText().equals(got);
    }

    private static boolean serviceFirst(JsonNode line, Answered answered) {
        List<String> wanted = list(line.path("service"));
        return wanted.isEmpty()
                || answered.service().filter(s -> wanted.contains(s.id())).isPresent();
    }

    private static boolean offered(JsonNode line, Answered answered) {
        List<String> wanted = list(line.path("service"));
        return answered.outcome().equals("clarify")
                && answered.decision().reply().options().stream()
                        .map(Option::id)
                        .anyMatch(wanted::contains);
    }

    private static List<String> list(JsonNode node) {
        List<String> values = new ArrayList<>();
        node.forEach(value -> values.add(value.asText()));
        return values;
    }

    private static Map<String, String> expected(JsonNode line) {
        Map<String, String> expected = new LinkedHashMap<>();
        line.properties().forEach(field -> {
            JsonNode value = field.getValue();
            String shown = value.isArray() ? String.join("|", list(value)) : value.asText();
            expected.put(field.getKey(), shown);
        });
        expected.remove("text");
        return expected;
    }

    private static Map<String, String> got(Answered answered) {
        var of = answered.decision().understanding();
        Map<String, String> got = new LinkedHashMap<>();
        got.put(OUTCOME, answered.outcome());
        got.put(KIND, of.kind().wire());
        got.put(LANG, of.lang().wire());
        got.put(SERVICE, of.service().orElse("-"));
        got.put(DEPARTMENT, of.department().map(id -> id.value()).orElse("-"));
        got.put(FACET, of.facet().orElse("-"));
        return got;
    }

    ObjectNode json(String text) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("text", text);
        ObjectNode wanted = json.putObject("expected");
        expected.forEach(wanted::put);
        ObjectNode given = json.putObject("got");
        got.forEach(given::put);
        return json;
    }
}
