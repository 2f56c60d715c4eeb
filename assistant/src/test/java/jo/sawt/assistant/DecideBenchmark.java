package jo.sawt.assistant;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import jo.sawt.knowledge.Findings;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.SampleRegistry;
import jo.sawt.knowledge.Utterance;
import jo.sawt.knowledge.lucene.KnowledgeIndex;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a decision costs: of a question, of a matter, of a follow-up; and, as the floor, finding the service alone. */
@SuppressWarnings("NullAway.Init") // JMH calls open() first
@State(Scope.Benchmark)
@BenchmarkMode({Mode.Throughput, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 3)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class DecideBenchmark {
    private Assistant assistant;
    private KnowledgeIndex index;
    private List<String> questions;
    private List<String> matters;
    private List<Asked> followUps;

    /** Opens the sample with its packaged models. */
    @Setup
    public void open() throws InterruptedException {
        Registry registry = SampleRegistry.load(InstantSource.system());
        index = KnowledgeIndex.open(registry, Optional.empty());
        assistant = Assistant.open(registry, index, Optional.empty(), InstantSource.system());
        if (!index.awaitTrained(Duration.ofMinutes(20)) || !assistant.awaitReady(Duration.ofMinutes(20))) {
            throw new IllegalStateException("not learned in time");
        }
        questions = registry.utterances().stream().map(Utterance::text).toList();
        matters = Labelled.messages().stream().map(Labelled::text).toList();
        followUps = new ArrayList<>();
        for (int at = 0; at < questions.size(); at += questions.size() / 50) {
            Asked first = Asked.first(questions.get(at));
            followUps.add(first.then("وكم الرسوم؟", assistant.answer(first)));
        }
    }

    /** Finds the service. */
    @Benchmark
    public Findings floor() {
        return index.find(any(questions), Understander.CANDIDATES);
    }

    /** Decides about a question, and composes the answer. */
    @Benchmark
    public Answered question() {
        return assistant.answer(Asked.first(any(questions)));
    }

    /** Decides about a complaint, a report, a suggestion or praise. */
    @Benchmark
    public Answered matter() {
        return assistant.answer(Asked.first(any(matters)));
    }

    /** Decides about a question that leans on the one before it. */
    @Benchmark
    public Answered followUp() {
        return assistant.answer(any(followUps));
    }

    private static <T> T any(List<T> of) {
        return of.get(ThreadLocalRandom.current().nextInt(of.size()));
    }
}
