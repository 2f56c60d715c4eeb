package jo.sawt.knowledge.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import jo.sawt.knowledge.Findings;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.SampleRegistry;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a question costs: the whole of finding, and its floor, the bare disjunction of terms on the same index. More
 * services than the sample's are made from it ({@link SyntheticRegistry}). Tells on the way how long the index was built
 * and how large it is.
 */
@SuppressWarnings("NullAway.Init") // JMH calls open() first
@State(Scope.Benchmark)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 3)
@Fork(value = 1, jvmArgs = "-Xmx4g")
public class FindBenchmark {
    private static final int QUESTIONS = 2000;

    @Param({"202", "2424", "24000", "240000"})
    private int services;

    /** Ways of asking a service: as many texts in all as 24,000 services with five have. */
    @Param("5")
    private int ways;

    @Param({"false", "true"})
    private boolean trained;

    private final AtomicInteger next = new AtomicInteger();
    private Path folder;
    private KnowledgeIndex index;
    private ServiceIndex bare;
    private List<String> questions;

    /** Builds the registry and its index. */
    @Setup
    public void open() throws InterruptedException, IOException {
        SyntheticRegistry registry = registry();
        folder = Files.createTempDirectory("find-benchmark");
        long start = System.nanoTime();
        IndexFiles files = IndexFiles.in(Optional.of(folder.resolve("services.index")));
        bare = ServiceIndex.of(Training.of(registry), files);
        System.out.printf(
                "%d services, %d texts: index built in %d ms, %d kB%n",
                services,
                Training.of(registry).size(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
                size() / 1024);
        start = System.nanoTime();
        index = KnowledgeIndex.open(registry, Optional.of(folder));
        if (trained && !index.awaitTrained(Duration.ofMinutes(30))) {
            throw new IllegalStateException("not trained in time");
        }
        index.find("جواز", 1);
        System.out.printf("ready after %d ms%n", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        questions = questions(registry);
    }

    private SyntheticRegistry registry() {
        Registry sample = SampleRegistry.load(InstantSource.system());
        return new SyntheticRegistry(sample, services, ways);
    }

    /** Of all services alike, ways of asking that are not in the index. */
    private static List<String> questions(SyntheticRegistry registry) {
        List<Utterance> aside = registry.aside();
        return Stream.iterate(0, at -> at < aside.size(), at -> at + Math.max(1, aside.size() / QUESTIONS))
                .map(at -> aside.get(at).text())
                .toList();
    }

    private long size() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /** Removes the index's files. */
    @TearDown
    public void remove() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
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
        return questions.get(Math.floorMod(next.addAndGet(13), questions.size()));
    }
}
