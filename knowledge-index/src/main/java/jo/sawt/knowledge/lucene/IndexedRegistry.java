package jo.sawt.knowledge.lucene;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.ServiceRecord;

/** One revision of the registry with its indexes. Does not change once built. */
record IndexedRegistry(
        long revision,
        Map<ServiceId, ServiceRecord> services,
        List<Training> training,
        ServiceIndex asked,
        PassageIndex passages,
        Suggestions suggestions) {
    static IndexedRegistry of(Registry registry) {
        // Read first: a change while indexing then shows as a newer revision, and is taken up by the next refresh.
        long revision = registry.revision();
        Map<ServiceId, ServiceRecord> services = registry.services().stream()
                .collect(Collectors.toUnmodifiableMap(ServiceRecord::id, Function.identity()));
        List<Training> training = List.copyOf(Training.of(registry));
        return new IndexedRegistry(
                revision,
                services,
                training,
                ServiceIndex.of(training),
                PassageIndex.of(registry.documents()),
                Suggestions.of(registry));
    }
}
