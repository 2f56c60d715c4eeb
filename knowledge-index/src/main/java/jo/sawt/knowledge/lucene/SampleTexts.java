package jo.sawt.knowledge.lucene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jo.sawt.knowledge.Registry;

/** The labelled messages that come with the sample: what people also write of a service, and what is of none. */
final class SampleTexts {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> UNRELATED = Set.of("refused", "social", "abuse");

    private SampleTexts() {}

    /** Complaints, reports, suggestions, praise and questions about one service. */
    static List<Training> messages() {
        return Messages.ALL;
    }

    /** Texts that are about no service at all. */
    static List<String> unrelated() {
        return lines("other.jsonl").stream()
                .filter(line -> UNRELATED.contains(line.path("expect").asText()))
                .map(line -> line.path("text").asText())
                .toList();
    }

    private static List<JsonNode> lines(String name) {
        var resource = Registry.class.getResourceAsStream("sample/" + name);
        try (var lines = new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(resource, name), StandardCharsets.UTF_8))) {
            List<JsonNode> read = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                read.add(JSON.readTree(line));
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** Read once, when first asked for. */
    private static final class Messages {
        private static final List<Training> ALL = lines("messages.jsonl").stream()
                .filter(line -> !line.path("service").asText().isEmpty())
                .map(line -> new Training(
                        line.path("service").asText(), line.path("text").asText()))
                .toList();
    }
}
