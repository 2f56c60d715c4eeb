package jo.sawt.knowledge.lucene;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jo.sawt.knowledge.Findings;

/**
 * Takes the intents of a public set for services and its training texts for their ways of asking, and prints how often the
 * right one comes first. With texts outside all intents also how many of these are told, at the threshold on the first
 * one's probability that leaves the share of right answers in the intents at 0.91 or more on other texts. Arguments: the
 * training texts, the questions; then optionally the texts outside, and questions and texts outside to choose the
 * threshold by.
 */
public final class IntentEvaluation {
    private static final double IN_SCOPE = 0.91;

    private final IntentRegistry registry;
    private final KnowledgeIndex index;

    private IntentEvaluation(IntentSet training) throws InterruptedException {
        registry = new IntentRegistry(training);
        long start = System.nanoTime();
        index = KnowledgeIndex.open(registry, Optional.empty());
        if (!index.awaitTrained(Duration.ofMinutes(20))) {
            throw new IllegalStateException("not trained in time");
        }
        System.out.printf(
                "%d intents, %d training texts, indexed and trained in %d ms%n",
                registry.services().size(), training.texts().size(), (System.nanoTime() - start) / 1_000_000);
    }

    /** Runs one evaluation and prints it. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        IntentEvaluation evaluation = new IntentEvaluation(IntentSet.read(arguments[0]));
        List<Answer> answers = evaluation.ask(IntentSet.read(arguments[1]));
        System.out.printf("%d questions: first %.4f%n", answers.size(), accuracy(answers, 0));
        if (arguments.length > 3) {
            List<Answer> outside = evaluation.ask(IntentSet.read(arguments[2]));
            double threshold = threshold(evaluation.ask(IntentSet.read(arguments[3])));
            System.out.printf(
                    "threshold %.3f: in scope %.4f, out of scope told %.4f%n",
                    threshold,
                    accuracy(answers, threshold),
                    outside.stream()
                                    .filter(answer -> answer.probability() < threshold)
                                    .count()
                            / (double) outside.size());
        }
    }

    private List<Answer> ask(IntentSet questions) {
        List<Answer> answers = new ArrayList<>();
        for (IntentSet.Labelled question : questions.texts()) {
            Findings findings = index.find(question.text(), 1);
            answers.add(findings.candidates().stream()
                    .findFirst()
                    .map(first ->
                            new Answer(first.service().id().equals(registry.id(question.label())), first.probability()))
                    .orElse(new Answer(false, 0)));
        }
        return answers;
    }

    private static double accuracy(List<Answer> answers, double threshold) {
        return answers.stream()
                        .filter(answer -> answer.right() && answer.probability() >= threshold)
                        .count()
                / (double) answers.size();
    }

    /** The highest that leaves the accuracy. */
    private static double threshold(List<Answer> answers) {
        double threshold = 0;
        for (int step = 1; step < 1000; step++) {
            if (accuracy(answers, step / 1000.0) >= IN_SCOPE) {
                threshold = step / 1000.0;
            }
        }
        return threshold;
    }

    /** What came first. */
    private record Answer(boolean right, double probability) {}
}
