package jo.sawt.channels.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import jo.sawt.assistant.Assistant;
import jo.sawt.assistant.LanguageModel;
import jo.sawt.assistant.langchain.LangChainEmbedder;
import jo.sawt.assistant.langchain.ModelServer;
import jo.sawt.assistant.langchain.OpenAiLanguageModel;
import jo.sawt.assistant.langchain.OpenAiProposer;
import jo.sawt.channels.server.embedded.StoreFailure;
import jo.sawt.knowledge.Editorial;
import jo.sawt.knowledge.Embedder;
import jo.sawt.knowledge.LiveRegistry;
import jo.sawt.knowledge.Proposals;
import jo.sawt.knowledge.RegistryFiles;
import jo.sawt.knowledge.lucene.KnowledgeIndex;
import jo.sawt.knowledge.mongo.MongoEditorial;
import jo.sawt.knowledge.mongo.MongoRegistry;
import jo.sawt.ticketing.ProvenTracking;

/**
 * The registry, and what finds things in it.
 *
 * @param founded whether the registry was imported at this start
 */
record Knowledge(
        LiveRegistry registry,
        Editorial editorial,
        KnowledgeIndex index,
        Optional<Embedder> embedder,
        Path models,
        boolean founded) {
    /** Nobody waits for ways of asking. */
    private static final Duration THINKING = Duration.ofMinutes(1);

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration SHORTLY = Duration.ofSeconds(15);

    static Knowledge open(Store store, Settings settings, Clock clock, Console console) {
        LiveRegistry registry = console.step("Reading the registry", () -> MongoRegistry.open(store.database(), clock));
        boolean founded = console.step("Importing the registry", () -> importOnce(registry, settings));
        Path models = settings.storage().data().resolve("models");
        Optional<Embedder> embedder = settings.services().model().flatMap(Knowledge::embedder);
        KnowledgeIndex index = KnowledgeIndex.open(registry, Optional.of(models), embedder);
        registry.onChange(index::refresh);
        Editorial editorial = MongoEditorial.open(store.database(), registry, clock);
        settings.services().model().flatMap(model -> server(model, THINKING)).ifPresent(server -> {
            Proposals proposals = new Proposals(
                    editorial.gathering(),
                    new OpenAiProposer(server),
                    clock,
                    work -> Thread.ofVirtual().name("proposals").start(work));
            registry.onFiled(proposals::filed);
        });
        return new Knowledge(registry, editorial, index, embedder, models, founded);
    }

    /**
     * Trains the assistant, which takes some seconds at the first start; later ones read what it has learned.
     *
     * @param tracking how a model may follow tickets
     */
    Assistant learn(Clock clock, Optional<Settings.Model> model, ProvenTracking tracking) {
        Assistant assistant = Assistant.open(
                registry,
                index,
                Optional.of(models),
                clock,
                model.map(it -> new Assistant.Beside(edge(it), tracking, embedder)));
        try {
            if (!assistant.awaitReady(PATIENCE)) {
                throw new IllegalStateException("the assistant could not learn");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the assistant learns", e);
        }
        return assistant;
    }

    /** Waits until the index has all that it learns from, which it does beside the assistant. */
    void awaitTrained() {
        awaitTrained(PATIENCE);
    }

    /** As long as it takes where what was learned is packaged or kept, and no longer where it has to be learned first. */
    void awaitTrainedShortly() {
        awaitTrained(SHORTLY);
    }

    private void awaitTrained(Duration patience) {
        try {
            index.awaitTrained(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<Embedder> embedder(Settings.Model model) {
        return model.embedding()
                .map(name -> LangChainEmbedder.of(
                        new ModelServer(model.url(), model.key().map(Secret::value), name, LangChainEmbedder.BUDGET)));
    }

    private static Optional<LanguageModel> edge(Settings.Model model) {
        return server(model, ModelServer.BUDGET).map(OpenAiLanguageModel::new);
    }

    private static Optional<ModelServer> server(Settings.Model model, Duration budget) {
        return model.model()
                .map(name -> new ModelServer(model.url(), model.key().map(Secret::value), name, budget));
    }

    private static boolean importOnce(LiveRegistry registry, Settings settings) {
        try {
            return registry.importIfEmpty(
                    settings.storage().registry().map(RegistryFiles::folder).orElseGet(RegistryFiles::sample));
        } catch (IOException | UncheckedIOException e) {
            throw new StoreFailure("SAWT_REGISTRY cannot be read", e);
        }
    }
}
