package jo.sawt.assistant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jo.sawt.knowledge.Findings;
import jo.sawt.knowledge.Findings.Candidate;
import jo.sawt.knowledge.ServiceFinder;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.ServiceRecord;

/**
 * Which service a follow-up means: the one talked about, another one that its words add up to with what was said before, or
 * one that they name by themselves. Each candidate is looked at from all three sides, and weights learned from labelled
 * conversations tell how likely it is meant.
 */
final class Following {
    static final String MEANT = "meant";
    static final String OTHER = "other";

    private static final int CANDIDATES = 8;
    private static final double FLOOR = 0.003;
    private static final int SHORT = 4;

    private final ServiceFinder finder;
    private final Lexicon lexicon;
    private final Topics topics = new Topics();

    Following(ServiceFinder finder, Lexicon lexicon) {
        this.finder = finder;
        this.lexicon = lexicon;
    }

    /** A service and what speaks for it, in numbers of fixed order. */
    @SuppressWarnings("ArrayRecordComponent") // read at once, neither kept nor compared
    record Seen(ServiceRecord service, double[] signs) {}

    /** @param weights tell {@link #MEANT} from {@link #OTHER} */
    Findings weigh(Reading reading, int content, Findings own, Context context, Stack weights) {
        List<Candidate> weighed = new ArrayList<>();
        double sum = 0;
        for (Seen seen : candidates(reading, content, own, context)) {
            double meant = weights.probabilities(seen.signs()).getOrDefault(MEANT, 0.0);
            weighed.add(new Candidate(seen.service(), meant));
            sum += meant;
        }
        double whole = Math.max(sum, 1e-9);
        List<Candidate> best = weighed.stream()
                .map(candidate -> new Candidate(candidate.service(), candidate.probability() / whole))
                .sorted(Comparator.comparingDouble(Candidate::probability).reversed())
                .limit(CANDIDATES)
                .toList();
        return new Findings(best, Math.min(1, sum), own.alike());
    }

    List<Seen> candidates(Reading reading, int content, Findings own, Context context) {
        Findings named =
                finder.find(context.service().name().in(Names.in(reading.lang())) + " " + reading.text(), CANDIDATES);
        Findings said =
                context.asked().isBlank() ? named : finder.find(context.asked() + " " + reading.text(), CANDIDATES);
        Map<ServiceId, ServiceRecord> services = new LinkedHashMap<>();
        services.put(context.service().id(), context.service());
        for (Findings findings : List.of(own, named, said)) {
            findings.candidates().forEach(c -> services.put(c.service().id(), c.service()));
        }
        Sides sides = new Sides(of(own), of(named), of(said));
        Manners manners = new Manners(reading, content, own, context, sides);
        return services.values().stream()
                .map(service -> new Seen(service, manners.signs(service)))
                .toList();
    }

    private static Map<ServiceId, Double> of(Findings findings) {
        Map<ServiceId, Double> probabilities = new HashMap<>();
        findings.candidates().forEach(c -> probabilities.put(c.service().id(), c.probability()));
        return probabilities;
    }

    /** The probability of each service found by the message alone, with the name talked about, and with the words asked before. */
    private record Sides(
            Map<ServiceId, Double> alone, Map<ServiceId, Double> withName, Map<ServiceId, Double> withWords) {
        double best() {
            return alone.values().stream()
                    .mapToDouble(Double::doubleValue)
                    .max()
                    .orElse(1);
        }
    }

    /** What of the message and its context concerns all candidates. */
    private final class Manners {
        private final Context context;
        private final Sides sides;
        private final double best;
        private final double length;
        private final double topical;
        private final boolean correction;
        private final boolean back;
        private final boolean next;
        private final boolean goesOn;
        private final Set<String> about;
        private final Set<String> current;

        Manners(Reading reading, int content, Findings own, Context context, Sides sides) {
            this.context = context;
            this.sides = sides;
            this.best = sides.best();
            this.length = Math.min(content, SHORT) / (double) SHORT;
            this.topical = own.answerable();
            this.correction = lexicon.has("correction", reading.words());
            this.back = lexicon.has("previous", reading.words());
            this.next = lexicon.has("next", reading.words());
            this.goesOn = goesOn(reading.words());
            this.about = Topics.of(reading.text());
            this.current = topics.of(context.service());
        }

        /** «وقديش؟», "and where?" */
        private boolean goesOn(List<String> words) {
            return !words.isEmpty()
                    && (lexicon.has("goes-on", words.subList(0, Math.min(2, words.size())))
                            || words.getFirst().startsWith("و"));
        }

        double[] signs(ServiceRecord service) {
            ServiceRecord before = context.service();
            boolean same = context.isAbout(service);
            double alone = log(sides.alone(), service);
            double withName = log(sides.withName(), service);
            double withWords = log(sides.withWords(), service);
            boolean first = sides.alone().getOrDefault(service.id(), 0.0) >= best;
            double ahead = alone - log(sides.alone(), before);
            double aheadWithWords = withWords - log(sides.withWords(), before);
            double names = Topics.share(about, topics.of(service));
            double more = names - Topics.share(about, current);
            double akin = Topics.share(current, topics.of(service));
            return new double[] {
                alone,
                withName,
                withWords,
                alone * length,
                alone * topical,
                withName * length,
                withWords * length,
                withWords * topical,
                flag(same),
                same ? length : 0,
                same ? topical : 0,
                flag(same && length == 0),
                flag(same && correction),
                flag(same && back),
                flag(same && next),
                flag(same && goesOn),
                flag(!same && related(service)),
                flag(!same && context.service().department().equals(service.department())),
                flag(context.earlier().contains(service.id().value())),
                flag(back && context.earlier().contains(service.id().value())),
                names,
                same ? names : 0,
                same ? 0 : more,
                same ? 0 : akin,
                same ? 0 : Math.max(0, more) * akin,
                flag(first),
                first ? topical : 0,
                first ? length : 0,
                first && same ? topical : 0,
                ahead,
                ahead * topical,
                ahead * length,
                withName - log(sides.withName(), before),
                aheadWithWords,
                aheadWithWords * length
            };
        }

        private boolean related(ServiceRecord service) {
            return context.service().related().contains(service.id())
                    || service.related().contains(context.service().id());
        }
    }

    private static double log(Map<ServiceId, Double> probabilities, ServiceRecord service) {
        return Math.log(FLOOR + probabilities.getOrDefault(service.id(), 0.0));
    }

    static double flag(boolean holds) {
        return holds ? 1 : 0;
    }
}
