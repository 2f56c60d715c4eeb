package jo.sawt.knowledge.lucene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A question and the services that count as right, best first. */
record LabelledQuestion(String text, String register, List<String> services) {
    /** Reads a file of one JSON object a line with {@code text}, {@code register} and {@code service}, a text or an array. */
    static List<LabelledQuestion> read(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<LabelledQuestion> questions = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode node = json.readTree(line);
            List<String> services = new ArrayList<>();
            JsonNode service = node.path("service");
            if (service.isTextual()) {
                services.add(service.asText());
            }
            service.forEach(id -> services.add(id.asText()));
            questions.add(new LabelledQuestion(
                    node.path("text").asText(), node.path("register").asText(), services));
        }
        return questions;
    }
}
