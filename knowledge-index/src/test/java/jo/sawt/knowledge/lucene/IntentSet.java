package jo.sawt.knowledge.lucene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Texts with their intents: lines of {@code label,text}, both quoted, or a part of CLINC150's file. */
record IntentSet(List<Labelled> texts) {
    /** Reads a file, or FILE#PART of a JSON file that has several. */
    static IntentSet read(String name) throws IOException {
        int part = name.indexOf('#');
        return part < 0 ? quoted(Path.of(name)) : clinc(Path.of(name.substring(0, part)), name.substring(part + 1));
    }

    private static IntentSet quoted(Path file) throws IOException {
        List<Labelled> texts = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            int middle = line.indexOf("\",\"");
            if (middle > 0) {
                texts.add(new Labelled(
                        line.substring(middle + 3, line.length() - 1).replace("\"\"", "\""),
                        line.substring(1, middle)));
            }
        }
        return new IntentSet(texts);
    }

    private static IntentSet clinc(Path file, String part) throws IOException {
        List<Labelled> texts = new ArrayList<>();
        for (JsonNode line : new ObjectMapper().readTree(file.toFile()).path(part)) {
            texts.add(new Labelled(line.path(0).asText(), line.path(1).asText()));
        }
        return new IntentSet(texts);
    }

    /** A text and its intent. */
    record Labelled(String text, String label) {}
}
