package jo.sawt.knowledge;

import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Has a proposer think of ways of asking whenever a service is published; they become candidates for its editor. */
public final class Proposals {
    private static final System.Logger LOG = System.getLogger(Proposals.class.getName());

    private final Gathering gathering;
    private final Proposer proposer;
    private final InstantSource clock;
    private final Executor aside;

    /** The proposer is asked on {@code aside}, so that nobody waits for it. */
    public Proposals(Gathering gathering, Proposer proposer, InstantSource clock, Executor aside) {
        this.gathering = gathering;
        this.proposer = proposer;
        this.clock = clock;
        this.aside = aside;
    }

    /** A version was filed; only one of a service that goes on is of interest. */
    public void filed(Version version) {
        if (version.record() instanceof ServiceRecord service && !version.withdrawn()) {
            aside.execute(() -> propose(service));
        }
    }

    private void propose(ServiceRecord service) {
        List<String> ways;
        try {
            ways = proposer.ways(service);
            count("answered");
        } catch (RuntimeException e) {
            count("failed");
            LOG.log(
                    Level.WARNING,
                    "no ways of asking were proposed for {0}: {1}",
                    service.id().value(),
                    e.getClass().getSimpleName());
            return;
        }
        var source = new Heard.Source("", "", Heard.Confirmation.MODEL, Optional.empty(), clock.instant());
        ways.forEach(way -> gathering.hear(service.id(), way, Optional.empty(), source));
    }

    private static void count(String outcome) {
        Metrics.globalRegistry()
                .getOrCreate(Counter.builder("sawt_registry_proposals")
                        .description("Requests to the language model for ways of asking, by outcome")
                        .tags(List.of(Tag.create("outcome", outcome))))
                .increment();
    }
}
