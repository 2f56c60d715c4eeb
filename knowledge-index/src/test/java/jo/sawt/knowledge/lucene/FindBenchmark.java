package jo.sawt.knowledge.lucene;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import jo.sawt.knowledge.Findings;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.SampleRegistry;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.knowledge.Utterance;
import jo.sawt.knowledge.text.Words;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a question costs: the whole of finding, and its floor, the bare disjunction of terms on the same index. More
 * services than the sample's are copies of it whose words are marked by a seeded draw.
 */
@SuppressWarnings("NullAway.Init") // JMH calls open() first
@State(Scope.Benchmark)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 3)
@Fork(value = 1, jvmArgs = "-Xmx3g")
public class FindBenchmark {
    private static final long SEED = 7;

    @Param({"1", "12"})
    private int copies;

    @Param({"false", "true"})
    private boolean trained;

    private KnowledgeIndex index;
    private ServiceIndex bare;
    private List<String> questions;
    private int next;

    /** Builds the registry and its index. */
    @Setup
    public void open() throws InterruptedException {
        Registry sample = SampleRegistry.load(InstantSource.system());
        Registry registry = new Copied(sample, copies);
        index = KnowledgeIndex.open(registry, Optional.empty());
        if (trained && !index.awaitTrained(Duration.ofMinutes(30))) {
            throw new IllegalStateException("not trained in time");
        }
        bare = ServiceIndex.of(Training.of(registry), IndexFiles.inMemory());
        questions = sample.utterances().stream().map(Utterance::text).toList();
    }

    /** Finds the service. */
    @Benchmark
    public Findings find() {
        return index.find(question(), 5);
    }

    /** Runs the bare disjunction of stems. */
    @Benchmark
    public Object floor() {
        return bare.byStems(Words.of(question()), 5);
    }

    private String question() {
        next = (next + 13) % questions.size();
        return questions.get(next);
    }

    /** The sample so many times, each time under other ids and with some words of its own. */
    private static final class Copied extends RegistryView {
        private final List<ServiceRecord> services = new ArrayList<>();
        private final List<Utterance> ways = new ArrayList<>();

        Copied(Registry sample, int copies) {
            super(() -> sample);
            Random random = new Random(SEED);
            for (int copy = 0; copy < copies; copy++) {
                String mark = copy == 0 ? "" : "-" + copy;
                sample.services().forEach(service -> services.add(renamed(service, mark)));
                for (Utterance way : sample.utterances()) {
                    String text = copy == 0 ? way.text() : marked(way.text(), random.nextInt(copies), random);
                    ways.add(new Utterance(new ServiceId(way.service() + mark), text, way.register(), way.facet()));
                }
            }
        }

        private static String marked(String text, int mark, Random random) {
            return random.nextBoolean() ? text : text + " نوع" + mark;
        }

        private static ServiceRecord renamed(ServiceRecord service, String mark) {
            return new ServiceRecord(
                    new ServiceId(service.id() + mark),
                    service.version(),
                    service.effectiveFrom(),
                    service.effectiveTo(),
                    service.department(),
                    service.name(),
                    service.aliases(),
                    service.summary(),
                    service.audience(),
                    service.conditions(),
                    service.documents(),
                    service.steps(),
                    service.fees(),
                    service.duration(),
                    service.channels(),
                    service.locations(),
                    service.url(),
                    service.legalBasis(),
                    service.lifeEvents(),
                    service.related(),
                    service.confidence(),
                    service.illustrativeFields(),
                    service.sources());
        }

        @Override
        public List<ServiceRecord> services() {
            return services;
        }

        @Override
        public List<Utterance> utterances() {
            return ways;
        }
    }
}
