package jo.sawt.knowledge.lucene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.text.Word;
import jo.sawt.knowledge.text.Words;

/** All the ways in which people ask for a service as one text a service. Does not change once built. */
final class ServiceIndex {
    private final List<ServiceId> services;
    private final TextIndex index;

    private ServiceIndex(List<ServiceId> services, TextIndex index) {
        this.services = List.copyOf(services);
        this.index = index;
    }

    static ServiceIndex of(List<Training> texts) {
        Map<ServiceId, List<String>> asked = new LinkedHashMap<>();
        for (Training text : texts) {
            asked.computeIfAbsent(new ServiceId(text.service()), id -> new ArrayList<>())
                    .add(text.text());
        }
        List<List<Word>> words =
                asked.values().parallelStream().map(ServiceIndex::words).toList();
        return new ServiceIndex(List.copyOf(asked.keySet()), TextIndex.of(TextIndex.Kind.ASKED, words));
    }

    private static List<Word> words(List<String> texts) {
        return texts.stream().flatMap(text -> Words.of(text).stream()).toList();
    }

    Map<ServiceId, Float> byStems(List<Word> question, int most) {
        return scores(index.byStems(question, most));
    }

    Map<ServiceId, Float> byGrams(List<Word> question, int most) {
        return scores(index.byGrams(question, most));
    }

    private Map<ServiceId, Float> scores(List<TextIndex.Hit> hits) {
        return hits.stream().collect(Collectors.toMap(hit -> services.get(hit.number()), TextIndex.Hit::score));
    }
}
