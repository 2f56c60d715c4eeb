package jo.sawt.knowledge.lucene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.text.Word;
import jo.sawt.knowledge.text.Words;

/** All the ways in which people ask for a service as one text a service. Does not change once built. */
final class ServiceIndex {
    private final Map<String, ServiceId> services;
    private final TextIndex index;

    private ServiceIndex(Map<String, ServiceId> services, TextIndex index) {
        this.services = services;
        this.index = index;
    }

    /** Reads again only what the files do not have as it is. */
    static ServiceIndex of(List<Training> texts, IndexFiles files) {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        for (Training text : texts) {
            asked.computeIfAbsent(text.service(), id -> new ArrayList<>()).add(text.text());
        }
        Map<String, ServiceId> services = new HashMap<>();
        List<IndexedText> indexed = new ArrayList<>();
        asked.forEach((service, parts) -> {
            services.put(service, new ServiceId(service));
            indexed.add(new IndexedText(service, parts, ServiceIndex::words));
        });
        return new ServiceIndex(services, TextIndex.of(TextIndex.Kind.ASKED, files, indexed));
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
        return hits.stream()
                .filter(hit -> services.containsKey(hit.name()))
                .collect(Collectors.toMap(hit -> services.get(hit.name()), TextIndex.Hit::score));
    }
}
