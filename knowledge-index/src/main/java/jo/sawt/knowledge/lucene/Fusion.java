package jo.sawt.knowledge.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jo.sawt.knowledge.Findings;
import jo.sawt.knowledge.Findings.Candidate;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.ServiceRecord;

/**
 * Joins what words find with what is near by vectors, by reciprocal rank (Cormack, Clarke and Büttcher, SIGIR 2009).
 *
 * <p>Only the order is fused. Each place keeps the probability that the words gave to it, since how sure a model of vectors may be
 * taken is not known of any model: vectors say who is likelier than whom, and never that anybody is surer than the words were
 * of their own at that place. A service that vectors alone find takes its place like another; where the words filled fewer
 * places, those after theirs share what the words left, each at most what chance alone would give a service. So the
 * probabilities fall from place to place and sum to at most 1.
 */
final class Fusion {
    /** As in the paper; flat over a wide range. */
    static final int K = 60;

    /** Below even odds the first service of the words is more likely wrong than right, since the odds are calibrated. */
    static final double UNSURE = 0.5;

    /** What the words give less than so many times as much as chance would is not found by them, and its rank is chance. */
    static final double FOUND = 2;

    private Fusion() {}

    /** Whether the words leave open what is meant; what they are sure of is not asked of anybody else. */
    static boolean isOpen(Ranking words) {
        return words.candidates().isEmpty()
                || words.candidates().getFirst().probability() < UNSURE
                || words.answerable() < UNSURE;
    }

    /** @param near services by their vectors, nearest first; those no longer in force are passed over */
    static Findings of(Ranking words, List<ServiceId> near, Map<ServiceId, ServiceRecord> inForce, int limit) {
        List<ServiceRecord> nearest =
                near.stream().map(inForce::get).filter(Objects::nonNull).toList();
        List<Candidate> fused = candidates(words.candidates(), nearest, inForce.size());
        return new Findings(fused.subList(0, Math.clamp(limit, 0, fused.size())), words.answerable(), words.alike());
    }

    private static List<Candidate> candidates(List<Candidate> words, List<ServiceRecord> near, int inForce) {
        Map<ServiceId, ServiceRecord> services = new LinkedHashMap<>();
        Map<ServiceId, Double> scores = new HashMap<>();
        for (int at = 0; at < words.size(); at++) {
            ServiceRecord service = words.get(at).service();
            services.put(service.id(), service);
            if (words.get(at).probability() * inForce >= FOUND) {
                scores.put(service.id(), reciprocal(at));
            }
        }
        for (int at = 0; at < near.size(); at++) {
            services.put(near.get(at).id(), near.get(at));
            scores.merge(near.get(at).id(), reciprocal(at), Double::sum);
        }
        List<ServiceRecord> order = new ArrayList<>(services.values());
        order.sort(Comparator.comparing((ServiceRecord service) -> scores.getOrDefault(service.id(), 0.0))
                .reversed());
        double[] shares = shares(words, order.size(), inForce);
        List<Candidate> fused = new ArrayList<>(order.size());
        for (int at = 0; at < order.size(); at++) {
            fused.add(new Candidate(order.get(at), shares[at]));
        }
        return fused;
    }

    private static double reciprocal(int at) {
        return 1.0 / (K + at + 1);
    }

    private static double[] shares(List<Candidate> words, int places, int inForce) {
        double[] shares = new double[places];
        double left = 1;
        double least = 1.0 / Math.max(1, inForce);
        for (int at = 0; at < words.size(); at++) {
            shares[at] = words.get(at).probability();
            left -= shares[at];
            least = Math.min(least, shares[at]);
        }
        for (int at = words.size(); at < places; at++) {
            shares[at] = Math.min(least, Math.max(0, left) / (places - words.size()));
        }
        return shares;
    }
}
