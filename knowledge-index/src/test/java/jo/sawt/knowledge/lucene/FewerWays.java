package jo.sawt.knowledge.lucene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.Utterance;

/** A registry of which some ways of asking are left out, to measure what they are worth. */
final class FewerWays extends RegistryView {
    /** Ways of asking a service in the sample; a stride that has no divisor in common with it visits each once. */
    private static final int WAYS = 68;

    private static final int STRIDE = 29;

    private final List<Utterance> ways;

    /** Keeps the ways whose place in the whole list is asked for, and of these about so many a service. */
    FewerWays(Registry whole, Predicate<Integer> kept, int most) {
        super(() -> whole);
        this.ways = ways(whole.utterances(), kept, most);
    }

    private static List<Utterance> ways(List<Utterance> all, Predicate<Integer> kept, int most) {
        Map<ServiceId, Integer> places = new HashMap<>();
        List<Utterance> ways = new ArrayList<>();
        for (int at = 0; at < all.size(); at++) {
            int place = places.merge(all.get(at).service(), 1, Integer::sum);
            // Ways are written register by register; the stride takes of every register.
            if (kept.test(at) && place * STRIDE % WAYS < most) {
                ways.add(all.get(at));
            }
        }
        return ways;
    }

    @Override
    public List<Utterance> utterances() {
        return ways;
    }
}
