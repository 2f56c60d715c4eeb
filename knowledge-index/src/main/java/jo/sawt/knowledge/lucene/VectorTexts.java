package jo.sawt.knowledge.lucene;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.knowledge.Utterance;

/** The texts of which vectors are made: what each record says its service is, and some of the ways of asking for it. */
final class VectorTexts {
    /** Of one service; what each costs is a call of a model, and more of the same add little. */
    static final int MOST_WAYS = 16;

    private VectorTexts() {}

    /** By the key that names each. */
    static Map<String, Training> of(Registry registry) {
        Map<ServiceId, List<Utterance>> ways =
                registry.utterances().stream().collect(Collectors.groupingBy(Utterance::service));
        Map<String, Training> texts = new LinkedHashMap<>();
        registry.services().stream()
                .sorted(Comparator.comparing(service -> service.id().value()))
                .forEach(service -> of(service, ways.getOrDefault(service.id(), List.of()))
                        .forEach(text -> texts.put(text.key(), text)));
        return texts;
    }

    private static List<Training> of(ServiceRecord service, List<Utterance> ways) {
        List<Training> texts = Training.described(service);
        spread(ways).forEach(way -> texts.add(new Training(service.id().value(), way.text())));
        return texts;
    }

    /** From each register in turn, so that each has its share; within one in an order that its texts alone decide. */
    private static List<Utterance> spread(List<Utterance> ways) {
        Map<String, Deque<Utterance>> registers = new TreeMap<>();
        ways.stream()
                .sorted(Comparator.comparing(Utterance::id))
                .forEach(way -> registers
                        .computeIfAbsent(way.register(), register -> new ArrayDeque<>())
                        .add(way));
        List<Utterance> spread = new ArrayList<>();
        while (spread.size() < MOST_WAYS && !registers.isEmpty()) {
            registers.values().stream()
                    .limit(MOST_WAYS - (long) spread.size())
                    .map(Deque::remove)
                    .forEach(spread::add);
            registers.values().removeIf(Deque::isEmpty);
        }
        return spread;
    }
}
