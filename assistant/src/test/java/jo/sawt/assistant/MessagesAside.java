package jo.sawt.assistant;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.SampleRegistry;
import jo.sawt.knowledge.TextClassifier.Example;
import jo.sawt.knowledge.linear.LinearModel;
import jo.sawt.knowledge.text.Features;

/**
 * Prints how well kinds and departments of messages are told by the words alone, learned from more and more of the other
 * messages: the first lines of {@code messages-more.jsonl}, by writers of their own, are never learned from. Arguments: how
 * many of the other messages to learn from, one number a run; all of them where there is none.
 */
final class MessagesAside {
    private static final int ASIDE = 2_604;

    private MessagesAside() {}

    public static void main(String[] counts) {
        Registry registry = SampleRegistry.load(InstantSource.system());
        Lexicon lexicon = Lexicon.load("lexicon.txt");
        List<Labelled> aside =
                Labelled.load(Labelled.MORE_MESSAGES).stream().limit(ASIDE).toList();
        Set<String> unseen = aside.stream().map(Labelled::text).collect(Collectors.toSet());
        List<Labelled> others = Labelled.messages().stream()
                .filter(message -> !unseen.contains(message.text()))
                .toList();
        System.out.printf("%-9s %-7s %-10s%n", "messages", "kind", "department");
        for (String count : counts.length == 0 ? new String[] {String.valueOf(others.size())} : counts) {
            List<Labelled> learned =
                    others.stream().limit(Integer.parseInt(count)).toList();
            print(aside, learned, registry, lexicon);
        }
    }

    private static void print(List<Labelled> aside, List<Labelled> learned, Registry registry, Lexicon lexicon) {
        List<Example> kinds = Examples.kinds(learned, Examples.questions(registry));
        Weighed kind = Weighed.train(
                LinearModel::train, kinds, Models.Views.of(lexicon).manner());
        LinearModel department = LinearModel.train(Examples.departments(learned, registry));
        long rightKinds = aside.parallelStream()
                .filter(message -> best(kind.probabilities(message.text())).equals(message.kind()))
                .count();
        long rightDepartments = aside.parallelStream()
                .filter(message -> best(department, message.text()).equals(message.department()))
                .count();
        System.out.printf(
                "%-9d %-7.3f %-10.3f%n",
                new HashSet<>(learned).size(),
                (double) rightKinds / aside.size(),
                (double) rightDepartments / aside.size());
    }

    private static String best(Map<String, Double> probabilities) {
        return probabilities.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static String best(LinearModel model, String text) {
        float[] scores = model.scores(Features.of(text));
        return IntStream.range(0, scores.length)
                .boxed()
                .max(Comparator.comparingDouble(at -> scores[at]))
                .map(at -> model.labels().get(at))
                .orElse("");
    }
}
