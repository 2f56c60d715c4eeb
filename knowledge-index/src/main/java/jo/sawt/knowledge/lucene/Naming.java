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
    private static final int UNHEARD = -1;

    private final Map<String, Integer> meanings = new HashMap<>();
    private final Map<ServiceId, List<Name>> names = new HashMap<>();
    private final double[] squares;
    private final double unheard;

    private Naming(Map<ServiceId, List<Set<String>>> called) {
        Map<String, Double> rarity = rarity(called.values());
        this.unheard = rarity.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(1);
        this.squares = new double[rarity.size()];
        rarity.forEach((meaning, weight) -> {
            squares[meanings.size()] = weight * weight;
            meanings.put(meaning, meanings.size());
        });
        called.forEach(
                (id, topics) -> names.put(id, topics.stream().map(this::name).toList()));
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

    /** What a question says, or a service is called, without words of asking. */
    Name asked(List<Word> question) {
        return name(topic(question));
    }

    private Name name(Set<String> topic) {
        int[] numbers = new int[topic.size()];
        int size = 0;
        long mask = 0;
        double square = 0;
        for (String meaning : topic) {
            int number = meanings.getOrDefault(meaning, UNHEARD);
            numbers[size++] = number;
            mask |= number == UNHEARD ? 0 : 1L << number;
            square += number == UNHEARD ? unheard * unheard : squares[number];
        }
        return new Name(numbers, mask, Math.sqrt(square));
    }

    /** How well the best name of a service fits, from 0 to 1 (cosine). */
    double fit(Name asked, ServiceId service) {
        double best = 0;
        for (Name name : names.getOrDefault(service, List.of())) {
            if ((name.mask & asked.mask) != 0) {
                best = Math.max(best, common(asked, name) / (asked.length * name.length));
            }
        }
        return best;
    }

    /**
     * The services, of these, that the question names alike: a name of each holds all that the question says, and it is
     * no name of exactly one. Empty where it leaves nothing open.
     */
    Set<ServiceId> alike(Name asked, Collection<ServiceId> services) {
        Set<ServiceId> holding = new HashSet<>();
        Set<ServiceId> equal = new HashSet<>();
        if (asked.numbers.length == 0) {
            return holding;
        }
        for (ServiceId service : services) {
            for (Name name : names.getOrDefault(service, List.of())) {
                if (name.holds(asked)) {
                    holding.add(service);
                    if (name.numbers.length == asked.numbers.length) {
                        equal.add(service);
                    }
                }
            }
        }
        return holding.size() < 2 || equal.size() == 1 ? Set.of() : equal.size() > 1 ? equal : holding;
    }

    private double common(Name asked, Name name) {
        double common = 0;
        for (int meaning : asked.numbers) {
            if (meaning != UNHEARD && name.has(meaning)) {
                common += squares[meaning];
            }
        }
        return common;
    }

    /** The meanings of a name, and its length by how rare these are. */
    static final class Name {
        private final int[] numbers;
        // A bit for the low six of each number, so that most names are told apart at once.
        private final long mask;
        private final double length;

        private Name(int[] numbers, long mask, double length) {
            this.numbers = numbers;
            this.mask = mask;
            this.length = length;
        }

        private boolean has(int meaning) {
            for (int number : numbers) {
                if (number == meaning) {
                    return true;
                }
            }
            return false;
        }

        private boolean holds(Name asked) {
            if ((asked.mask & ~mask) != 0) {
                return false;
            }
            for (int meaning : asked.numbers) {
                if (meaning == UNHEARD || !has(meaning)) {
                    return false;
                }
            }
            return true;
        }
    }
}
