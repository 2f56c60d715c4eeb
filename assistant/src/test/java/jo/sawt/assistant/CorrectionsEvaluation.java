package jo.sawt.assistant;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.SampleRegistry;
import jo.sawt.knowledge.TextClassifier.Scored;
import jo.sawt.knowledge.linear.LinearModel;
import jo.sawt.knowledge.lucene.KnowledgeIndex;
import jo.sawt.ticketing.Correction;
import jo.sawt.ticketing.DepartmentId;
import jo.sawt.ticketing.Kind;
import jo.sawt.ticketing.Reference;
import jo.sawt.ticketing.Username;

/**
 * What corrections by staff are worth. Models of the packaged {@code messages.jsonl} alone judge {@code messages-more.jsonl},
 * which they have not seen. Half of what they get wrong is corrected; shown is how many of the other half they then get
 * right, and how many of those that were right stay so. {@code tune} prints the same of the even lines for several settings;
 * else the odd ones are judged with the settings that the program has.
 */
final class CorrectionsEvaluation {
    private static final int ROUNDS = 5;

    private CorrectionsEvaluation() {}

    /** A message with what it was taken for before, in scores by label. */
    private record Judged(String text, String label, Map<String, Double> scores) {
        String best(Map<String, Double> leans) {
            String best = "";
            double most = Double.NEGATIVE_INFINITY;
            for (Map.Entry<String, Double> score : scores.entrySet()) {
                double value = Math.log(score.getValue() + 1e-9) + leans.getOrDefault(score.getKey(), 0.0);
                if (value > most) {
                    most = value;
                    best = score.getKey();
                }
            }
            return best;
        }

        boolean right(Map<String, Double> leans) {
            return best(leans).equals(label);
        }
    }

    public static void main(String[] args) throws InterruptedException {
        boolean tune = args.length > 0 && args[0].equals("tune");
        Registry registry = SampleRegistry.load(InstantSource.system());
        List<Labelled> before = Labelled.load(Labelled.MESSAGES);
        List<Labelled> unseen = new ArrayList<>();
        List<Labelled> all = Labelled.load(Labelled.MORE_MESSAGES);
        for (int i = tune ? 0 : 1; i < all.size(); i += 2) {
            unseen.add(all.get(i));
        }
        Likeness likeness = new Likeness(before.stream().map(Labelled::text).toList());
        List<Judged> departments = departments(registry, before, unseen);
        List<Judged> kinds = kinds(registry, before, unseen);
        if (tune) {
            for (double least : new double[] {0.1, 0.15, 0.2, 0.25, 0.3, 0.4}) {
                for (double weight : new double[] {4, 8, 12, 16, 24}) {
                    System.out.printf(Locale.ROOT, "least %.2f weight %.0f%n", least, weight);
                    show("department", departments, likeness, least, weight);
                    show("kind", kinds, likeness, least, weight);
                }
            }
        } else {
            show("department", departments, likeness, Taught.LEAST, Taught.WEIGHT);
            show("kind", kinds, likeness, Taught.LEAST, Taught.WEIGHT);
        }
    }

    private static List<Judged> departments(Registry registry, List<Labelled> before, List<Labelled> unseen)
            throws InterruptedException {
        Lexicon lexicon = Lexicon.load("lexicon.txt");
        Lexicon places = Lexicon.load("places.txt");
        Models packaged = Learned.models(registry, LinearModel::train, lexicon, Optional.empty());
        Models models = new Models(
                packaged.latin(),
                packaged.kinds(),
                packaged.sorts(),
                packaged.facets(),
                LinearModel.train(Examples.departments(before, registry)));
        KnowledgeIndex index = KnowledgeIndex.open(registry, Optional.empty());
        index.awaitTrained(java.time.Duration.ofMinutes(10));
        DepartmentReader departments =
                new DepartmentReader(registry, models, new Territories(registry, places), new Taught());
        Reader reader = new Reader(lexicon, places, new Languages(models.latin()));
        List<Judged> judged = new ArrayList<>();
        for (Labelled line : unseen) {
            Reading reading = reader.read(line.text(), Optional.empty());
            Map<String, Double> scores = new HashMap<>();
            for (Scored scored : departments.read(reading, index.find(line.text(), Understander.CANDIDATES))) {
                scores.put(scored.label(), scored.probability());
            }
            judged.add(new Judged(line.text(), line.department(), scores));
        }
        return judged;
    }

    private static List<Judged> kinds(Registry registry, List<Labelled> before, List<Labelled> unseen) {
        Weighed model = Weighed.train(
                LinearModel::train,
                Examples.kinds(before, registry.utterances()),
                Models.Views.of(Lexicon.load("lexicon.txt")).manner());
        return unseen.stream()
                .map(line -> new Judged(line.text(), line.kind(), model.probabilities(line.text())))
                .toList();
    }

    private static void show(String what, List<Judged> judged, Likeness likeness, double least, double weight) {
        int corrected = 0;
        int others = 0;
        int othersRight = 0;
        int untouched = 0;
        int untouchedRight = 0;
        int correctedRight = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<Judged> wrong = new ArrayList<>(
                    judged.stream().filter(one -> !one.right(Map.of())).toList());
            Collections.shuffle(wrong, new Random(round));
            List<Judged> taught = wrong.subList(0, wrong.size() / 2);
            Taught layer = new Taught(likeness, least, weight);
            layer.replace(corrections(what, taught));
            for (Judged one : judged) {
                boolean before = one.right(Map.of());
                boolean after = one.right(leans(what, layer, one));
                if (before) {
                    untouched++;
                    untouchedRight += after ? 1 : 0;
                } else if (taught.contains(one)) {
                    corrected++;
                    correctedRight += after ? 1 : 0;
                } else {
                    others++;
                    othersRight += after ? 1 : 0;
                }
            }
        }
        double uncorrected = (double) (othersRight + untouchedRight) / (others + untouched);
        System.out.printf(
                Locale.ROOT,
                "%-10s lines %d; corrected %d: right after %.3f; other wrong %d: right after %.3f; right before %d:"
                        + " still right %.4f; all but the corrected: %.4f -> %.4f%n",
                what,
                judged.size(),
                corrected / ROUNDS,
                (double) correctedRight / corrected,
                others / ROUNDS,
                (double) othersRight / others,
                untouched / ROUNDS,
                (double) untouchedRight / untouched,
                (double) untouched / (others + untouched),
                uncorrected);
    }

    private static Map<String, Double> leans(String what, Taught layer, Judged one) {
        if (what.equals("department")) {
            return layer.departments(one.text());
        }
        Map<Kind, Double> even = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            even.put(kind, 1.0);
        }
        Map<String, Double> leans = new HashMap<>();
        layer.kinds(one.text(), even).forEach((kind, p) -> leans.put(kind.wire(), Math.log(p + 1e-12)));
        return leans;
    }

    private static List<Correction> corrections(String what, List<Judged> taught) {
        List<Correction> corrections = new ArrayList<>();
        for (int i = 0; i < taught.size(); i++) {
            Correction.Label label = what.equals("department")
                    ? new Correction.Label(
                            Optional.of(new DepartmentId(taught.get(i).label())), Optional.empty())
                    : new Correction.Label(
                            Optional.empty(), Kind.parse(taught.get(i).label()));
            corrections.add(new Correction(
                    "c" + i,
                    Masked.of(taught.get(i).text()).text(),
                    label,
                    false,
                    new Correction.Source(
                            new Reference("CWXX3HXRFT"),
                            new Username("evaluation"),
                            Instant.EPOCH.plusSeconds(i),
                            "evaluation")));
        }
        return corrections;
    }
}
