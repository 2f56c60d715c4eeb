package jo.sawt.knowledge.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.SampleRegistry;

/**
 * Prints what ways of asking are worth: for several numbers of them a service, how often the right service came first,
 * among the first three and five, by register, for a labelled file and for the fifth of the sample's ways of asking that
 * none of these models has learned from. Arguments: the file, then numbers of ways, where other than these are wanted.
 */
public final class LearningCurve {
    private static final List<String> USUAL = List.of("0", "5", "10", "20", "40", "all");

    private LearningCurve() {}

    /** Trains one model after the other and prints its rows. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Registry sample = SampleRegistry.load(InstantSource.system());
        List<LabelledQuestion> file = LabelledQuestion.read(Path.of(arguments[0]));
        List<LabelledQuestion> aside = Evaluation.aside(sample);
        System.out.println("| ways | asked of | register | asked | first | of 3 | of 5 |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (String ways : arguments.length > 1 ? List.of(arguments).subList(1, arguments.length) : USUAL) {
            int most = ways.equals("all") ? Integer.MAX_VALUE : Integer.parseInt(ways);
            Registry seen = new FewerWays(sample, way -> !FewerWays.aside(way), most);
            KnowledgeIndex index = KnowledgeIndex.open(seen, Optional.empty());
            if (!index.awaitTrained(Duration.ofMinutes(30))) {
                throw new IllegalStateException("not trained in time");
            }
            print(ways, "file", Evaluation.of(index, file));
            print(ways, "aside", Evaluation.of(index, aside));
        }
    }

    private static void print(String ways, String of, Evaluation evaluation) {
        evaluation
                .tallies()
                .forEach((register, tally) ->
                        System.out.printf("| %s | %s | %s | %s |%n", ways, of, register, tally.shares()));
        System.out.printf(
                "%s ways, %s: calibration error %.3f%n",
                ways, of, evaluation.calibration().error());
    }
}
