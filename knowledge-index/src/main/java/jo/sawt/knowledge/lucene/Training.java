package jo.sawt.knowledge.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.knowledge.Utterance;

/** A text and the service it asks for. */
record Training(String service, String text) {
    /** Names, aliases, summaries and ways of asking of every service in force, in an order that depends on them alone. */
    static List<Training> of(Registry registry) {
        List<Training> texts = new ArrayList<>();
        Set<String> known = new HashSet<>();
        registry.services().stream()
                .sorted(Comparator.comparing(service -> service.id().value()))
                .forEach(service -> {
                    known.add(service.id().value());
                    record(service, texts);
                });
        registry.utterances().stream()
                .sorted(Comparator.comparing((Utterance way) -> way.service().value())
                        .thenComparing(Utterance::text))
                .map(way -> new Training(way.service().value(), way.text()))
                .filter(text -> known.contains(text.service()))
                .forEach(texts::add);
        SampleTexts.messages().stream()
                .filter(text -> known.contains(text.service()))
                .forEach(texts::add);
        return texts;
    }

    private static void record(ServiceRecord service, List<Training> texts) {
        add(texts, service, List.of(service.name().ar(), service.name().en()));
        add(texts, service, service.aliases().ar());
        add(texts, service, service.aliases().en());
        add(texts, service, List.of(service.summary().ar(), service.summary().en()));
    }

    private static void add(List<Training> texts, ServiceRecord service, List<String> more) {
        for (String text : more) {
            if (!text.isBlank()) {
                texts.add(new Training(service.id().value(), text));
            }
        }
    }
}
