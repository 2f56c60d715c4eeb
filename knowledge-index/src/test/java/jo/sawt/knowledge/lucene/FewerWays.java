package jo.sawt.knowledge.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.Utterance;

/** A registry of which some ways of asking are left out, to measure what they are worth. */
final class FewerWays extends RegistryView {
    private static final int FOLDS = 5;
    private static final int SEED = 7;

    private final List<Utterance> ways;

    /** Keeps the ways that are asked for, and of these so many a service, drawn by a seeded hash of their texts. */
    FewerWays(Registry whole, Predicate<Utterance> kept, int most) {
        super(() -> whole);
        this.ways = ways(whole.utterances(), kept, most);
    }

    private static List<Utterance> ways(List<Utterance> all, Predicate<Utterance> kept, int most) {
        Map<ServiceId, Integer> places = new HashMap<>();
        List<Utterance> ways = new ArrayList<>();
        all.stream()
                .filter(kept)
                .sorted(Comparator.comparingInt((Utterance way) -> hash(way)).thenComparing(Utterance::text))
                .filter(way -> places.merge(way.service(), 1, Integer::sum) <= most)
                .forEach(ways::add);
        return List.copyOf(ways);
    }

    /** Whether a way of asking is of the fifth that is kept aside, by a seeded hash of its text. */
    static boolean aside(Utterance way) {
        return Integer.remainderUnsigned(hash(way), FOLDS) == 0;
    }

    private static int hash(Utterance way) {
        int mixed = (way.text().hashCode() ^ SEED) * 0x9e3779b1;
        return (mixed ^ (mixed >>> 15)) * 0x85ebca77;
    }

    @Override
    public List<Utterance> utterances() {
        return ways;
    }
}
