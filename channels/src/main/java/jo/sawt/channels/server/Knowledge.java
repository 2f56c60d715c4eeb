package jo.sawt.channels.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import jo.sawt.assistant.Assistant;
import jo.sawt.channels.server.embedded.StoreFailure;
import jo.sawt.knowledge.LiveRegistry;
import jo.sawt.knowledge.RegistryFiles;
import jo.sawt.knowledge.linear.LinearClassifier;
import jo.sawt.knowledge.lucene.KnowledgeIndex;
import jo.sawt.knowledge.mongo.MongoRegistry;

/**
 * The registry, and what finds things in it.
 *
 * @param founded whether the registry was imported at this start
 */
record Knowledge(LiveRegistry registry, KnowledgeIndex index, boolean founded) {
    static Knowledge open(Store store, Settings settings, Clock clock, Console console) {
        LiveRegistry registry = console.step("Reading the registry", () -> MongoRegistry.open(store.database(), clock));
        boolean founded = console.step("Importing the registry", () -> importOnce(registry, settings));
        KnowledgeIndex index = console.step(
                "Indexing the registry", () -> KnowledgeIndex.open(registry, models(store, settings.storage())));
        registry.onChange(index::refresh);
        return new Knowledge(registry, index, founded);
    }

    /** Trains the assistant, which takes some seconds. */
    Assistant learn(Clock clock) {
        return Assistant.train(registry, index, index, LinearClassifier::train, clock);
    }

    private static boolean importOnce(LiveRegistry registry, Settings settings) {
        try {
            return registry.importIfEmpty(
                    settings.storage().registry().map(RegistryFiles::folder).orElseGet(RegistryFiles::sample));
        } catch (IOException | UncheckedIOException e) {
            throw new StoreFailure("SAWT_REGISTRY cannot be read", e);
        }
    }

    /** Trained models are kept beside the embedded store; a node of a cluster trains its own. */
    private static Optional<Path> models(Store store, Settings.Storage settings) {
        return store.isSole() ? Optional.of(settings.data().resolve("models")) : Optional.empty();
    }
}
