package jo.sawt.assistant;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.SampleRegistry;
import jo.sawt.knowledge.lucene.KnowledgeIndex;

/**
 * Asks every labelled question of a file, without any model server, and prints what share was right; what was wrong goes
 * into a file beside it. Arguments: the file, and {@code odd} or {@code even} for every other line only.
 */
public final class Evaluation {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final PrintStream out;

    private Evaluation(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        String file = args.length > 0 ? args[0].strip() : "";
        if (file.isEmpty() || file.startsWith("${")) {
            System.err.println("No file of questions. Name one: -Dfile=QUESTIONS.jsonl");
            System.exit(2);
        }
        Path questions = Path.of(file);
        if (!Files.isReadable(questions)) {
            System.err.println("Cannot read the questions: " + questions);
            System.exit(2);
        }
        new Evaluation(System.out).run(questions, args.length > 1 ? args[1] : "");
        System.exit(0);
    }

    private void run(Path questions, String half) throws IOException, InterruptedException {
        Evaluator evaluator = new Evaluator(assistant(), new Evidence(new CitedFields(sample())));
        List<String> lines = Files.readAllLines(questions);
        long started = System.nanoTime();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank() && wanted(i, half)) {
                ask(evaluator, lines.get(i), i + 1);
            }
        }
        report(evaluator, (System.nanoTime() - started) / 1_000_000);
        List<String> misses = evaluator.misses();
        out.printf("%d misses in %s%n", misses.size(), write(misses, questions));
    }

    private static boolean wanted(int line, String half) {
        return switch (half) {
            case "even" -> line % 2 == 0;
            case "odd" -> line % 2 == 1;
            default -> true;
        };
    }

    private void ask(Evaluator evaluator, String line, int number) {
        try {
            evaluator.ask(line);
        } catch (IllegalArgumentException e) {
            out.printf("line %d skipped: %s%n", number, e.getMessage());
        }
    }

    private void report(Evaluator evaluator, long millis) {
        out.println(evaluator.tally().table());
        out.println();
        evaluator.tally().confusions().forEach(out::println);
        out.printf("%n%d questions in %d ms%n", evaluator.asked(), millis);
        out.printf(
                "%d answers checked against their cited fields, %d with something that is not there%n",
                evaluator.asked(), evaluator.unsupported().size());
        evaluator.unsupported().forEach(out::println);
    }

    private Registry sample() {
        return SampleRegistry.load(InstantSource.system());
    }

    /** What is learned is kept with the system's temporary files, so that the next evaluation starts at once. */
    private Assistant assistant() throws InterruptedException {
        out.println("Reading the sample registry and learning from it, which takes up to a minute the first time …");
        Registry registry = sample();
        Optional<Path> kept = Optional.of(Path.of(System.getProperty("java.io.tmpdir"), "sawt-evaluation"));
        KnowledgeIndex index = KnowledgeIndex.open(registry, kept);
        Assistant assistant = Assistant.open(registry, index, kept, InstantSource.system());
        if (!index.awaitTrained(PATIENCE) || !assistant.awaitReady(PATIENCE)) {
            throw new IllegalStateException("learning took too long");
        }
        return assistant;
    }

    /** Beside the questions, or in the current folder where that cannot be written to. */
    private static Path write(List<String> misses, Path questions) throws IOException {
        Path beside = questions.resolveSibling(questions.getFileName() + ".misses.jsonl");
        try {
            return Files.write(beside, misses);
        } catch (FileSystemException notWritable) {
            return Files.write(Path.of(beside.getFileName().toString()).toAbsolutePath(), misses);
        }
    }
}
