package jo.sawt.knowledge.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import jo.sawt.knowledge.Findings;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.SampleRegistry;
import jo.sawt.knowledge.Utterance;

/**
 * Asks every question of a labelled file and prints how often the right service came first, among the first three and
 * five, and how honest the probabilities are, for each register. Arguments: the file, or {@code ways} to hold out every
 * fifth way of asking of the sample itself; then optionally how many ways of asking a service may have ({@code all}).
 */
public final class Evaluation {
    private static final int FOLDS = 5;
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
        Predicate<Integer> held = at -> ways && at % FOLDS == 0;
        Registry seen = new FewerWays(sample, held.negate(), most);
        List<LabelledQuestion> questions = ways ? held(sample, held) : LabelledQuestion.read(Path.of(arguments[0]));

        long start = System.nanoTime();
        KnowledgeIndex index = KnowledgeIndex.open(seen, Optional.empty());
        System.out.printf("ready without the model after %d ms%n", millis(start));
        if (!index.awaitTrained(Duration.ofMinutes(20))) {
            throw new IllegalStateException("not trained in time");
        }
        System.out.printf("trained after %d ms%n", millis(start));
        Evaluation evaluation = new Evaluation();
        questions.forEach(question -> evaluation.ask(index, question));
        evaluation.print();
    }

    private static long millis(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static List<LabelledQuestion> held(Registry sample, Predicate<Integer> held) {
        List<LabelledQuestion> questions = new ArrayList<>();
        List<Utterance> ways = sample.utterances();
        for (int at = 0; at < ways.size(); at++) {
            if (held.test(at)) {
                Utterance way = ways.get(at);
                questions.add(new LabelledQuestion(
                        way.text(), way.register(), List.of(way.service().value())));
            }
        }
        return questions;
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
