package jo.sawt.assistant;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import jo.sawt.knowledge.SampleRegistry;
import jo.sawt.knowledge.linear.LinearModel;
import jo.sawt.knowledge.lucene.KnowledgeIndex;

/**
 * Trains the models that come with the program from the sample, into the resource folders of the two modules, where what is
 * there was learned from something else. Run from the project's folder.
 */
final class PackagedModels {
    private PackagedModels() {}

    public static void main(String[] args) throws InterruptedException {
        var sample = SampleRegistry.load(InstantSource.system());
        Path services = Path.of("knowledge-index/src/main/resources/jo/sawt/knowledge/linear");
        KnowledgeIndex index = KnowledgeIndex.open(sample, Optional.of(services));
        if (!index.awaitTrained(Duration.ofMinutes(60))) {
            throw new IllegalStateException("the index could not be trained");
        }
        Path assistant = Path.of("assistant/src/main/resources/jo/sawt/assistant/learned");
        Lexicon lexicon = Lexicon.load("lexicon.txt");
        Learned.models(sample, LinearModel::train, lexicon, Optional.of(assistant));
        System.out.println("the packaged models are those of the sample");
    }
}
