package jo.sawt.assistant;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.SampleRegistry;
import jo.sawt.knowledge.linear.LinearModel;
import jo.sawt.knowledge.lucene.KnowledgeIndex;

/** One assistant over the sample registry for all tests of a run, with the models that come with the program. */
public final class Assistants {
    public static final Registry REGISTRY = SampleRegistry.load(InstantSource.system());

    private Assistants() {}

    private static final class Holder {
        private static final Mind MIND = make();
    }

    public static Assistant sample() {
        return Assistant.learning(() -> Holder.MIND, Optional.empty());
    }

    /** The same with a language model beside it. */
    public static Assistant with(LanguageModel model) {
        Polish polish = new Polish(model, REGISTRY, Lexicon.load("lexicon.txt"));
        return Assistant.learning(() -> Holder.MIND, Optional.of(polish));
    }

    private static Mind make() {
        KnowledgeIndex index = KnowledgeIndex.open(REGISTRY, Optional.empty());
        Lexicon lexicon = Lexicon.load("lexicon.txt");
        Models models = Learned.models(REGISTRY, LinearModel::train, lexicon, Optional.empty());
        Mind mind = Mind.of(REGISTRY, index, index, models, Judgement.packaged(), lexicon, InstantSource.system());
        try {
            if (!index.awaitTrained(Duration.ofMinutes(4))) {
                throw new IllegalStateException("the index did not train");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return mind;
    }
}
