package jo.sawt.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Reads every file of a folder of real letters, which MAIL_CORPUS names, and prints what they were taken for. */
@EnabledIfEnvironmentVariable(
        named = "MAIL_CORPUS",
        matches = ".+",
        disabledReason = "MAIL_CORPUS names no folder of letters")
class CorpusTest {
    @Test
    void noLetterThrowsAndNoneLosesItsText() throws IOException {
        Map<String, Integer> table = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of(System.getenv("MAIL_CORPUS")))) {
            List<Path> letters = files.filter(Files::isRegularFile).toList();
            for (Path file : letters) {
                table.merge(outcome(Files.readAllBytes(file)), 1, Integer::sum);
            }
            assertThat(table.values().stream().mapToInt(n -> n).sum()).isEqualTo(letters.size());
        }
        table.forEach((outcome, count) -> System.out.printf("%6d %s%n", count, outcome));
    }

    private static String outcome(byte[] raw) {
        Letter letter = LetterReader.read(raw);
        assertThat(letter.route().references()).isNotNull();
        String kind = letter.machine().map(reason -> "machine: " + reason).orElse("person");
        String said = !letter.text().isEmpty() ? "text" : letter.attachments().isEmpty() ? "empty" : "attachments only";
        return kind + ", " + said + (letter.from().isEmpty() ? ", no sender" : "");
    }
}
