package jo.sawt.knowledge.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.ServiceRecord;

/** A text and the service it asks for. */
record Training(String service, String text) {
    /** Names, aliases, summaries and ways of asking, in an order that depends on them alone. */
    static List<Training> of(Registry registry) {
        List<Training> texts = new ArrayList<>();
        var services = registry.services().stream()
                .sorted(Comparator.comparing(service -> service.id().value()))
                .toList();
        for (ServiceRecord service : services) {
            add(texts, service, List.of(service.name().ar(), service.name().en()));
            add(texts, service, service.aliases().ar());
            add(texts, service, service.aliases().en());
            add(
                    texts,
                    service,
                    List.of(service.summary().ar(), service.summary().en()));
        }
        var known = services.stream().map(service -> service.id().value()).collect(java.util.stream.Collectors.toSet());
        registry.utterances().stream()
                .filter(utterance -> known.contains(utterance.service().value()))
                .map(utterance -> new Training(utterance.service().value(), utterance.text()))
                .forEach(texts::add);
        return texts;
    }

    private static void add(List<Training> texts, ServiceRecord service, List<String> more) {
        for (String text : more) {
            if (!text.isBlank()) {
                texts.add(new Training(service.id().value(), text));
            }
        }
    }
}
