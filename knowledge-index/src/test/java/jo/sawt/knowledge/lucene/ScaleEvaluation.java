package jo.sawt.knowledge.lucene;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jo.sawt.knowledge.Findings;
import jo.sawt.knowledge.SampleRegistry;
import jo.sawt.knowledge.Utterance;

/**
 * Publishes a registry of many services made from the sample and prints what that costs: time by the clock and by the
 * processors until services are found and until the model is trained, what stays in memory, what a question costs, and
 * how often ways of asking that were kept aside find their service. A thread's own processor time and allocation hardly
 * depend on what else the machine does. Arguments: services, and ways of asking each.
 */
public final class ScaleEvaluation {
    private static final int QUESTIONS = 2000;
    private static final int ROUNDS = 4;
    private static final int MEGABYTE = 1 << 20;

    private ScaleEvaluation() {}

    /** Runs one evaluation and prints its figures. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var registry = new SyntheticRegistry(
                SampleRegistry.load(InstantSource.system()),
                Integer.parseInt(arguments[0]),
                Integer.parseInt(arguments[1]));
        System.out.printf(
                "%d services, %d texts%n",
                registry.services().size(), Training.of(registry).size());
        Path folder = Files.createTempDirectory("scale");
        long before = used();
        long start = System.nanoTime();
        long busy = busy();
        KnowledgeIndex index = KnowledgeIndex.open(registry, Optional.of(folder));
        index.find("جواز", 1);
        System.out.printf("found after %d ms, %d ms of processors%n", millis(start), (busy() - busy) / 1_000_000);
        if (!index.awaitTrained(Duration.ofMinutes(60))) {
            throw new IllegalStateException("not trained in time");
        }
        System.out.printf("trained after %d ms, %d ms of processors%n", millis(start), (busy() - busy) / 1_000_000);
        System.out.printf("%d MB of heap stay, %d MB of files%n", used() - before, files(folder));
        ask(index, registry.aside());
    }

    private static void ask(KnowledgeIndex index, List<Utterance> aside) {
        var thread = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        for (int round = 0; round < ROUNDS; round++) {
            long bytes = thread.getCurrentThreadAllocatedBytes();
            long busy = thread.getCurrentThreadCpuTime();
            Tally tally = tally(index, aside);
            System.out.printf(
                    "%d us of a processor and %d kB a question%n",
                    (thread.getCurrentThreadCpuTime() - busy) / 1000 / tally.asked(),
                    (thread.getCurrentThreadAllocatedBytes() - bytes) / 1024 / tally.asked());
            if (round == ROUNDS - 1) {
                System.out.println("                asked  first  of 3   of 5   MRR    answerable");
                System.out.println(tally.line("aside"));
            }
        }
    }

    private static Tally tally(KnowledgeIndex index, List<Utterance> aside) {
        Tally tally = new Tally();
        for (int at = 0; at < aside.size(); at += Math.max(1, aside.size() / QUESTIONS)) {
            Utterance way = aside.get(at);
            Findings findings = index.find(way.text(), 5);
            List<String> found = findings.candidates().stream()
                    .map(candidate -> candidate.service().id().value())
                    .toList();
            int rank = found.indexOf(way.service().value());
            tally.add(rank < 0 ? Integer.MAX_VALUE : rank, findings.answerable());
        }
        return tally;
    }

    private static long millis(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private static long busy() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
    }

    private static long files(Path folder) throws IOException {
        long size = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                size += Files.size(file);
            }
        }
        return size / MEGABYTE;
    }
}
