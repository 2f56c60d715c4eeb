package jo.sawt.knowledge.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jo.sawt.knowledge.Findings;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.SampleRegistry;

/**
 * Asks every question of a labelled file and prints how often the right service came first, among the first three and
 * five, and how honest the probabilities are, for each register. Arguments: the file, or {@code ways} to keep a
 * fifth of the ways of asking of the sample itself aside; then optionally how many ways of asking a service may have ({@code all}).
 */
public final class Evaluation {
    private static final int LOOKED_AT = 5;

    private final Map<String, Tally> tallies = new TreeMap<>();
    private final Calibration calibration = new Calibration();

    private Evaluation() {}

    /** Runs one evaluation and prints its table. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Registry sample = SampleRegistry.load(InstantSource.system());
        boolean ways = arguments[0].equals("ways");
        int most = arguments.length > 1 && !arguments[1].equals("all")
                ? Integer.parseInt(arguments[1])
                : Integer.MAX_VALUE;
        Registry seen = new FewerWays(sample, way -> !ways || !FewerWays.aside(way), most);
        List<LabelledQuestion> questions = ways ? aside(sample) : LabelledQuestion.read(Path.of(arguments[0]));

        long start = System.nanoTime();
        KnowledgeIndex index = KnowledgeIndex.open(seen, Optional.empty());
        System.out.printf("ready without the model after %d ms%n", millis(start));
        if (!index.awaitTrained(Duration.ofMinutes(20))) {
            throw new IllegalStateException("not trained in time");
        }
        System.out.printf("trained after %d ms%n", millis(start));
        of(index, questions).print();
    }

    private static long millis(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** The ways of asking of the sample that are kept aside. */
    static List<LabelledQuestion> aside(Registry sample) {
        return sample.utterances().stream()
                .filter(FewerWays::aside)
                .map(way -> new LabelledQuestion(
                        way.text(), way.register(), List.of(way.service().value())))
                .toList();
    }

    /** Asks all of the questions. */
    static Evaluation of(KnowledgeIndex index, List<LabelledQuestion> questions) {
        Evaluation evaluation = new Evaluation();
        questions.forEach(question -> evaluation.ask(index, question));
        return evaluation;
    }

    /** The counts by register, those of all under {@code ~all}. */
    Map<String, Tally> tallies() {
        return tallies;
    }

    /** How honest the probabilities of the first ones were. */
    Calibration calibration() {
        return calibration;
    }

    private void ask(KnowledgeIndex index, LabelledQuestion question) {
        Findings findings = index.find(question.text(), LOOKED_AT);
        int rank = 0;
        while (rank < findings.candidates().size()
                && !question.services()
                        .contains(findings.candidates().get(rank).service().id().value())) {
            rank++;
        }
        int found = rank < findings.candidates().size() ? rank : Integer.MAX_VALUE;
        for (String register : List.of(question.register(), "~all")) {
            tallies.computeIfAbsent(register, name -> new Tally()).add(found, findings.answerable());
        }
        if (!findings.candidates().isEmpty()) {
            calibration.add(findings.candidates().get(0).probability(), found == 0);
        }
    }

    private void print() {
        System.out.println("register        asked  first  of 3   of 5   MRR    answerable");
        tallies.forEach((register, tally) -> System.out.println(tally.line(register)));
        System.out.println(calibration.table());
    }
}
