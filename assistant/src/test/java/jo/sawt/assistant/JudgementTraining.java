package jo.sawt.assistant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jo.sawt.assistant.Outcomes.Outcome;
import jo.sawt.knowledge.Facet;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.ServiceFinder;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.knowledge.TextClassifier.Example;
import jo.sawt.knowledge.Utterance;
import jo.sawt.knowledge.linear.LinearModel;

/**
 * Learns the weights of {@link Judgement} from labelled conversations and single messages. Whatever judges a message has not
 * learned from it: the finder is trained without a fifth of the ways of asking, and the text models by halves.
 */
final class JudgementTraining {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int HELD = 5;
    private static final int QUESTIONS = 4_200;
    private static final int MATTERS = 5_000;
    private static final long SEED = 5;

    /** Stands where weights are not asked for yet. */
    private static final Stack NONE = Stack.train(List.of(new double[] {0}, new double[] {1}), List.of("a", "b"));

    private final Registry registry;
    private final ServiceFinder finder;
    private final Models whole;
    private final Lexicon lexicon;
    private final Lexicon places = Lexicon.load("places.txt");
    private final Reader reader;
    private final Names names;

    /** @param finder trained on {@link #withoutHeld} */
    JudgementTraining(Registry registry, ServiceFinder finder, Models whole, Lexicon lexicon) {
        this.registry = registry;
        this.finder = finder;
        this.whole = whole;
        this.lexicon = lexicon;
        this.reader = new Reader(lexicon, places, new Languages(whole.latin()));
        this.names = new Names(registry);
    }

    /** The registry without the ways of asking by which the weights are learned. */
    static Registry withoutHeld(Registry registry) {
        List<Utterance> kept =
                registry.utterances().stream().filter(way -> !held(way.text())).toList();
        return (Registry) Proxy.newProxyInstance(
                Registry.class.getClassLoader(), new Class<?>[] {Registry.class}, (proxy, method, args) -> {
                    if (method.getName().equals("utterances")) {
                        return kept;
                    }
                    try {
                        return method.invoke(registry, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static boolean held(String text) {
        return Math.floorMod(text.hashCode(), HELD) == 0;
    }

    /** One message with what came before it, and what it should lead to. */
    record Said(
            String text,
            Optional<Context> context,
            Outcome outcome,
            Optional<ServiceRecord> service,
            Optional<Facet> facet) {
        static Said alone(String text, String label) {
            return new Said(
                    text, Optional.empty(), JudgementTraining.outcome(label), Optional.empty(), Optional.empty());
        }
    }

    private static Outcome outcome(String label) {
        return switch (label) {
            case "refused" -> Outcome.REFUSE;
            case "handover" -> Outcome.HAND_OVER;
            case "clarify" -> Outcome.CLARIFY;
            case "question", "answered", "INQUIRY" -> Outcome.ANSWER;
            case "social", "courtesy" -> Outcome.COURTESY;
            case "abuse" -> Outcome.ABUSE;
            default -> Outcome.ROUTE;
        };
    }

    Judgement learn() throws IOException {
        List<Said> said = new ArrayList<>();
        Labelled.others().forEach(other -> said.add(Said.alone(other.text(), other.expect())));
        some(Labelled.messages(), MATTERS).forEach(message -> said.add(Said.alone(message.text(), message.kind())));
        some(
                        Examples.questions(registry).stream()
                                .filter(way -> held(way.text()))
                                .sorted(Comparator.comparing(Utterance::text))
                                .toList(),
                        QUESTIONS)
                .forEach(way -> said.add(Said.alone(way.text(), Models.QUESTION)));
        said.addAll(conversations());
        return learn(said);
    }

    private static <T> List<T> some(List<T> from, int most) {
        List<T> shuffled = new ArrayList<>(from);
        Collections.shuffle(shuffled, new Random(SEED));
        return shuffled.subList(0, Math.min(most, shuffled.size()));
    }

    List<Said> conversations() throws IOException {
        List<Said> said = new ArrayList<>();
        var resource = Objects.requireNonNull(getClass().getResourceAsStream("conversations.jsonl"));
        try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.addAll(conversation(JSON.readTree(line)));
            }
        }
        return said;
    }

    /** As it would go if every answer were right. */
    private List<Said> conversation(JsonNode line) {
        List<Said> said = new ArrayList<>();
        Memory memory = Memory.NONE;
        boolean asking = false;
        for (JsonNode turn : line.path("turns")) {
            String text = turn.path("text").asText();
            Outcome outcome = outcome(turn.path("outcome").asText());
            Optional<ServiceRecord> service = names.service(turn.path("service").asText());
            Optional<Facet> facet = Facet.parse(turn.path("facet").asText());
            if (!asking) {
                said.add(new Said(text, Context.of(memory, names), outcome, service, facet));
            }
            asking = outcome == Outcome.CLARIFY;
            if (outcome == Outcome.ANSWER && service.isPresent()) {
                memory = memory.answered(service.get().id().value(), facet.map(Facet::wire), text);
            }
        }
        return said;
    }

    Judgement learn(List<Said> said) {
        Stack following = following(said);
        Stack facets = facets(said);
        Judgement without = new Judgement(following, NONE, facets);
        Signs signs = new Signs(lexicon);
        List<double[]> rows = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        Examples examples = Examples.of(registry);
        for (int half = 0; half < 2; half++) {
            List<Said> unseen = half(said, half);
            Understander understander = understander(learnedWithout(unseen, examples), without);
            rows.addAll(unseen.parallelStream()
                    .map(one -> signs.of(understander.understand(reading(one), one.context())))
                    .toList());
            unseen.forEach(one -> labels.add(one.outcome().name()));
        }
        return new Judgement(following, Stack.train(rows, labels), facets);
    }

    private static List<Said> half(List<Said> said, int parity) {
        return IntStream.range(0, said.size())
                .filter(at -> at % 2 == parity)
                .mapToObj(said::get)
                .toList();
    }

    private Models learnedWithout(List<Said> unseen, Examples examples) {
        Set<String> texts = unseen.stream().map(Said::text).collect(Collectors.toCollection(HashSet::new));
        Models.Views views = Models.Views.of(lexicon);
        return new Models(
                whole.latin(),
                Weighed.train(LinearModel::train, without(examples.kinds(), texts), views.manner()),
                Weighed.train(LinearModel::train, without(examples.sorts(), texts), views.manner()),
                whole.facets(),
                whole.departments());
    }

    private static List<Example> without(List<Example> examples, Set<String> texts) {
        return examples.stream()
                .filter(example -> !texts.contains(example.text()))
                .toList();
    }

    private Reading reading(Said said) {
        return reader.read(said.text(), Optional.empty());
    }

    private Understander understander(Models models, Judgement judgement) {
        FacetReader facets = new FacetReader(models.facets(), lexicon, new Manner(lexicon));
        return new Understander(
                models, judgement, finder, lexicon, new Territories(registry, places), facets, new Taught());
    }

    private Stack following(List<Said> said) {
        Following following = new Following(finder, lexicon);
        Understander understander = understander(whole, new Judgement(NONE, NONE, NONE));
        @SuppressWarnings("ArrayRecordComponent")
        record Row(double[] signs, String label) {}
        List<Row> rows = said.parallelStream()
                .filter(one -> one.context().isPresent())
                .flatMap(one -> {
                    Reading reading = reading(one);
                    int content = understander.content(reading).size();
                    return following
                            .candidates(
                                    reading,
                                    content,
                                    finder.find(one.text(), Understander.CANDIDATES),
                                    one.context().get())
                            .stream()
                            .map(seen -> new Row(seen.signs(), meant(one, seen.service())));
                })
                .toList();
        return Stack.train(
                rows.stream().map(Row::signs).toList(),
                rows.stream().map(Row::label).toList());
    }

    private static String meant(Said one, ServiceRecord candidate) {
        boolean right = one.service()
                .filter(service -> service.id().equals(candidate.id()))
                .isPresent();
        return right ? Following.MEANT : Following.OTHER;
    }

    private Stack facets(List<Said> said) {
        FacetReader facets = new FacetReader(whole.facets(), lexicon, new Manner(lexicon));
        Understander understander = understander(whole, new Judgement(NONE, NONE, NONE));
        List<double[]> rows = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (Said one : said) {
            Optional<Facet> before = one.context().flatMap(Context::facet);
            if (before.isEmpty() || one.facet().isEmpty() || one.outcome() != Outcome.ANSWER) {
                continue;
            }
            boolean same = one.facet().equals(before);
            boolean own = facets.read(one.text()).getFirst() == one.facet().get();
            if (same != own) {
                Reading reading = reading(one);
                rows.add(facets.signs(reading, understander.content(reading).size(), before.get()));
                labels.add(same ? FacetReader.SAME : FacetReader.OWN);
            }
        }
        return Stack.train(rows, labels);
    }
}
