package jo.sawt.assistant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One line of the packaged training messages; an absent field is empty. */
record Labelled(String text, String register, String kind, String department, String service, String expect) {
    /** Where knowledge-index has those that its own models learn from too. */
    private static final String SAMPLE = "/jo/sawt/knowledge/sample/";

    static final String MESSAGES = SAMPLE + "messages.jsonl";
    static final String MORE_MESSAGES = "training/messages-more.jsonl";

    /** Complaints, reports, suggestions, praise and inquiries with their department. */
    static List<Labelled> messages() {
        return load(MESSAGES, MORE_MESSAGES);
    }

    /** What is no question about a service of the registry, and short questions that are, by {@code expect}. */
    static List<Labelled> others() {
        return load(SAMPLE + "other.jsonl", "training/other-more.jsonl");
    }

    static List<Labelled> load(String... resources) {
        List<Labelled> lines = new ArrayList<>();
        for (String resource : resources) {
            load(resource, lines);
        }
        return List.copyOf(lines);
    }

    private static void load(String resource, List<Labelled> lines) {
        ObjectMapper json = new ObjectMapper();
        try (var in = Labelled.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the training data " + resource + " is missing from the build");
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(of(json.readTree(line)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Labelled of(JsonNode line) {
        return new Labelled(
                line.path("text").asText(),
                line.path("register").asText(),
                line.path("kind").asText(),
                line.path("department").asText(),
                line.path("service").asText(),
                line.path("expect").asText());
    }
}
