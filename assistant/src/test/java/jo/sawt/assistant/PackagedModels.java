package jo.sawt.assistant;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.SampleRegistry;
import jo.sawt.knowledge.linear.LinearModel;
import jo.sawt.knowledge.lucene.KnowledgeIndex;

/**
 * Trains the models that come with the program from the sample, into the resource folders of the two modules, where what is
 * there was learned from something else, and then the weights of {@link Judgement}. Run from the project's folder.
 */
final class PackagedModels {
    private static final Duration PATIENCE = Duration.ofMinutes(60);

    private PackagedModels() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Registry sample = SampleRegistry.load(InstantSource.system());
        Path services = Path.of("knowledge-index/src/main/resources/jo/sawt/knowledge/linear");
        trained(sample, Optional.of(services));
        removeIndex(services.resolve("services.index"));
        Path learned = Path.of("assistant/src/main/resources/jo/sawt/assistant/learned");
        Lexicon lexicon = Lexicon.load("lexicon.txt");
        Models models = Learned.models(sample, LinearModel::train, lexicon, Optional.of(learned));
        System.out.println("the packaged models are those of the sample");
        judge(sample, models, lexicon, learned);
        System.out.println("the packaged weights are those of the conversations");
    }

    private static KnowledgeIndex trained(Registry registry, Optional<Path> folder) throws InterruptedException {
        KnowledgeIndex index = KnowledgeIndex.open(registry, folder);
        if (!index.awaitTrained(PATIENCE)) {
            throw new IllegalStateException("the index could not be trained");
        }
        return index;
    }

    /** The index is built in a second or two at any first start and is not packaged. */
    private static void removeIndex(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void judge(Registry sample, Models models, Lexicon lexicon, Path folder)
            throws IOException, InterruptedException {
        KnowledgeIndex index = trained(JudgementTraining.withoutHeld(sample), Optional.empty());
        Judgement judgement = new JudgementTraining(sample, index, models, lexicon).learn();
        Path file = folder.resolve(Judgement.FILE);
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            judgement.write(out);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        Files.writeString(
                folder.resolve(Judgement.OF), Learned.name(Examples.of(sample), lexicon), StandardCharsets.UTF_8);
    }
}
