package jo.sawt.assistant;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import jo.sawt.knowledge.Embedder;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.SampleRegistry;
import jo.sawt.knowledge.linear.LinearModel;
import jo.sawt.knowledge.lucene.KnowledgeIndex;
import jo.sawt.ticketing.Author;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.InboundMessage.Content;
import jo.sawt.ticketing.Kind;
import jo.sawt.ticketing.Option;
import jo.sawt.ticketing.ProvenTracking;
import jo.sawt.ticketing.Reference;
import jo.sawt.ticketing.Status;
import jo.sawt.ticketing.TurnView;

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
        return with(model, Optional.empty());
    }

    /** The same that may follow tickets. */
    public static Assistant with(LanguageModel model, Optional<ProvenTracking> tracking) {
        Polish polish = new Polish(model, REGISTRY, Lexicon.load("lexicon.txt"), tracking);
        return Assistant.learning(() -> Holder.MIND, Optional.of(polish));
    }

    /** A turn of a ticket in the chat that the assistant holds. */
    public static TurnView turn(
            List<TurnView.Said> history,
            List<TurnView.Said> unanswered,
            List<Option> offered,
            Map<String, String> memory) {
        return new TurnView(
                new Reference("CWXX3HXRFT"),
                Channel.WEB,
                Optional.empty(),
                Kind.INQUIRY,
                Status.ASSISTANT,
                Optional.empty(),
                Optional.empty(),
                history,
                unanswered,
                offered,
                memory);
    }

    /** Messages of the citizen, numbered from the given place in the timeline. */
    public static List<TurnView.Said> said(int from, String... texts) {
        return IntStream.range(0, texts.length)
                .mapToObj(at -> new TurnView.Said(from + at, Author.CITIZEN, new Content.Words(texts[at])))
                .toList();
    }

    private static Mind make() {
        return make(KnowledgeIndex.open(REGISTRY, Optional.empty()));
    }

    /** Two of one mind: one that goes by words alone, and one that takes a second look. */
    public record Two(Assistant words, Assistant vectors) {}

    /** With vectors of the sample by this model. */
    public static Two with(Embedder embedder) {
        KnowledgeIndex index = KnowledgeIndex.open(REGISTRY, Optional.empty(), Optional.of(embedder));
        index.embedDue();
        Mind mind = make(index);
        SecondLook look = new SecondLook(embedder, Lexicon.load("lexicon.txt"));
        return new Two(
                Assistant.learning(() -> mind, Optional.empty()),
                Assistant.learning(() -> mind, Optional.of(look), Optional.empty()));
    }

    private static Mind make(KnowledgeIndex index) {
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
