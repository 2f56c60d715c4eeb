package jo.sawt.knowledge.lucene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jo.sawt.knowledge.Document;
import jo.sawt.knowledge.Lang;
import jo.sawt.knowledge.text.Words;

/**
 * Imports every paragraph of a set in SQuAD's format as a document, asks every question and prints how often its own
 * paragraph came first, among five and among ten. Argument: the file.
 *
 * @see <a href="https://github.com/google-deepmind/xquad">XQuAD</a>
 */
public final class PassageEvaluation {
    private static final int LOOKED_AT = 10;

    private final List<Document> documents = new ArrayList<>();
    private final List<Asked> questions = new ArrayList<>();

    private PassageEvaluation(JsonNode articles) {
        for (JsonNode article : articles) {
            for (JsonNode paragraph : article.path("paragraphs")) {
                String id = String.valueOf(documents.size());
                String text = paragraph.path("context").asText();
                documents.add(new Document(id, 1, "", text, Languages.of(text), null, null, LocalDate.of(2026, 1, 1)));
                paragraph
                        .path("qas")
                        .forEach(asked ->
                                questions.add(new Asked(asked.path("question").asText(), id)));
            }
        }
    }

    /** Runs one evaluation and prints its line. */
    public static void main(String[] arguments) throws IOException {
        JsonNode set = new ObjectMapper().readTree(Path.of(arguments[0]).toFile());
        new PassageEvaluation(set.path("data")).run();
    }

    private void run() {
        PassageIndex index = PassageIndex.of(documents);
        double reciprocals = 0;
        int first = 0;
        int ofFive = 0;
        int ofTen = 0;
        long start = System.nanoTime();
        for (Asked asked : questions) {
            int rank = rank(index, asked);
            first += rank < 1 ? 1 : 0;
            ofFive += rank < 5 ? 1 : 0;
            ofTen += rank < LOOKED_AT ? 1 : 0;
            reciprocals += rank < LOOKED_AT ? 1.0 / (rank + 1) : 0;
        }
        double all = questions.size();
        System.out.printf(
                "%d paragraphs in %s, %d questions: MRR@10 %.3f, first %.3f, of 5 %.3f, of 10 %.3f; %.0f µs a question%n",
                documents.size(),
                documents.stream().anyMatch(document -> document.lang() == Lang.AR) ? "Arabic" : "English",
                questions.size(),
                reciprocals / all,
                first / all,
                ofFive / all,
                ofTen / all,
                (System.nanoTime() - start) / all / 1000);
    }

    /** A long paragraph may be several passages; the best of them counts. */
    private static int rank(PassageIndex index, Asked asked) {
        List<String> found = index.find(Words.of(asked.question()), 3 * LOOKED_AT).stream()
                .map(passage -> passage.passage().document().id())
                .distinct()
                .toList();
        int rank = found.indexOf(asked.document());
        return rank < 0 ? LOOKED_AT : rank;
    }

    /** A question and the paragraph that was looked at when it was written. */
    private record Asked(String question, String document) {}
}
