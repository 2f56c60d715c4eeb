package jo.sawt.knowledge.lucene;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jo.sawt.knowledge.Document;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.ServiceRecord;

/** One revision of the registry with its indexes. Does not change once built. */
record IndexedRegistry(
        long revision,
        Map<ServiceId, ServiceRecord> services,
        List<Training> training,
        List<Document> documents,
        ServiceIndex asked,
        PassageIndex passages,
        Suggestions suggestions,
        Naming naming,
        Expansion expansion) {
    static IndexedRegistry of(Registry registry, IndexFiles files) {
        // Read first: a change while indexing then shows as a newer revision, and is taken up by the next refresh.
        long revision = registry.revision();
        List<Training> training = List.copyOf(Training.of(registry));
        List<Document> documents = List.copyOf(registry.documents());
        return new IndexedRegistry(
                revision,
                services(registry),
                training,
                documents,
                ServiceIndex.of(training, files),
                PassageIndex.of(documents),
                Suggestions.of(registry),
                Naming.of(registry.services()),
                Expansion.of(registry.synonyms()));
    }

    /** The registry as it is now; an index whose texts have not changed is kept, so that a changed fee costs nothing. */
    IndexedRegistry next(Registry registry, IndexFiles files) {
        long newest = registry.revision();
        List<Training> texts = List.copyOf(Training.of(registry));
        List<Document> newestDocuments = List.copyOf(registry.documents());
        boolean same = texts.equals(training);
        return new IndexedRegistry(
                newest,
                services(registry),
                texts,
                newestDocuments,
                same ? asked : ServiceIndex.of(texts, files),
                newestDocuments.equals(documents) ? passages : PassageIndex.of(newestDocuments),
                same ? suggestions : Suggestions.of(registry),
                same ? naming : Naming.of(registry.services()),
                Expansion.of(registry.synonyms()));
    }

    private static Map<ServiceId, ServiceRecord> services(Registry registry) {
        return registry.services().stream()
                .collect(Collectors.toUnmodifiableMap(ServiceRecord::id, Function.identity()));
    }
}
