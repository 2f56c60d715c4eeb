package jo.sawt.knowledge.lucene;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.knowledge.text.Meanings;
import jo.sawt.knowledge.text.Word;
import jo.sawt.knowledge.text.Words;

/**
 * What services are called, by meaning. A short plain question names its service, wholly or in part: how well a name fits
 * the question is evidence of its own, and a question that several names hold and none equals leaves open which is meant.
 */
final class Naming {
    private final Map<ServiceId, List<Set<String>>> names;
    private final Map<String, Double> rarity;
    private final double unheard;

    private Naming(Map<ServiceId, List<Set<String>>> names) {
        this.names = names;
        this.rarity = rarity(names.values());
        this.unheard = rarity.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(1);
    }

    static Naming of(Collection<ServiceRecord> services) {
        Map<ServiceId, List<Set<String>>> names = new LinkedHashMap<>();
        for (ServiceRecord service : services) {
            List<String> called =
                    new ArrayList<>(List.of(service.name().ar(), service.name().en()));
            called.addAll(service.aliases().ar());
            called.addAll(service.aliases().en());
            names.put(
                    service.id(),
                    called.stream()
                            .map(name -> topic(Words.all(name)))
                            .filter(topic -> !topic.isEmpty())
                            .distinct()
                            .toList());
        }
        return new Naming(names);
    }

    private static Set<String> topic(List<Word> words) {
        return new LinkedHashSet<>(Meanings.topic(words));
    }

    /** How rare a meaning is among what services are called, as the logarithm of services by services that have it. */
    private static Map<String, Double> rarity(Collection<List<Set<String>>> all) {
        Map<String, Integer> holding = new HashMap<>();
        for (List<Set<String>> names : all) {
            Set<String> meanings = new HashSet<>();
            names.forEach(meanings::addAll);
            meanings.forEach(meaning -> holding.merge(meaning, 1, Integer::sum));
        }
        Map<String, Double> rarity = new HashMap<>();
        holding.forEach((meaning, count) -> rarity.put(meaning, Math.log(1 + (double) all.size() / count)));
        return rarity;
    }

    /** How well the best name of each service fits, from 0 to 1 (cosine); services without a common meaning are absent. */
    Map<ServiceId, Double> fits(List<Word> question) {
        Set<String> asked = topic(question);
        double length = length(asked);
        Map<ServiceId, Double> fits = new HashMap<>();
        names.forEach((id, called) -> {
            double best = 0;
            for (Set<String> name : called) {
                best = Math.max(best, common(asked, name) / (length * length(name)));
            }
            if (best > 0) {
                fits.put(id, best);
            }
        });
        return fits;
    }

    /**
     * The services that the question names alike: a name of each holds all that the question says, and it is no name of
     * exactly one. Empty where it leaves nothing open.
     */
    Set<ServiceId> alike(List<Word> question) {
        Set<String> asked = topic(question);
        Set<ServiceId> holding = new LinkedHashSet<>();
        Set<ServiceId> equal = new HashSet<>();
        if (asked.isEmpty()) {
            return holding;
        }
        names.forEach((id, called) -> {
            for (Set<String> name : called) {
                if (name.containsAll(asked)) {
                    holding.add(id);
                    if (name.size() == asked.size()) {
                        equal.add(id);
                    }
                }
            }
        });
        return holding.size() < 2 || equal.size() == 1 ? Set.of() : equal.size() > 1 ? equal : holding;
    }

    private double common(Set<String> asked, Set<String> name) {
        double common = 0;
        for (String meaning : asked) {
            if (name.contains(meaning)) {
                common += weight(meaning) * weight(meaning);
            }
        }
        return common;
    }

    private double length(Set<String> meanings) {
        double square = 0;
        for (String meaning : meanings) {
            square += weight(meaning) * weight(meaning);
        }
        return Math.sqrt(square);
    }

    private double weight(String meaning) {
        return rarity.getOrDefault(meaning, unheard);
    }
}
