package jo.sawt.ticketing;

import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Metrics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Counts guesses, of a reference or of a proof, by who asks, and guesses of a proof by the ticket too. */
public final class CountedGuesses implements ProvenTracking {
    private final Tracking tracking;
    private final TrackingCodes codes;
    private final boolean limited;
    private final Throttle byAsker;
    private final Throttle byTicket;
    private final Counter refused = Metrics.globalRegistry()
            .getOrCreate(Counter.builder("sawt_tracking_throttled")
                    .description("Requests to track a ticket that were put off after too many wrong guesses"));

    /** Guesses are counted only where {@code limited}. */
    public CountedGuesses(Tracking tracking, TrackingCodes codes, InstantSource clock, boolean limited) {
        this.tracking = tracking;
        this.codes = codes;
        this.limited = limited;
        this.byAsker = new Throttle(100, clock);
        this.byTicket = new Throttle(10, clock);
    }

    @Override
    public Seen look(String asker, Optional<Reference> reference, Optional<String> proof) {
        Optional<String> ticket = proof.isPresent() ? reference.map(Reference::value) : Optional.empty();
        Duration wait = begin(byAsker, asker);
        if (wait.isZero() && ticket.isPresent()) {
            wait = begin(byTicket, ticket.get());
        }
        if (!wait.isZero()) {
            refused.increment();
            return new Seen.NotNow(wait);
        }
        Seen seen = reference.<Seen>map(it -> seen(it, proof)).orElseGet(Seen.Unknown::new);
        if (seen instanceof Seen.Found) {
            byAsker.succeeded(asker);
            ticket.ifPresent(byTicket::succeeded);
        }
        return seen;
    }

    private Seen seen(Reference reference, Optional<String> given) {
        Optional<Proof> proof = given.map(it -> codes.redeem(reference, it)
                .map(redeemed -> new Proof(redeemed.proof(), redeemed.pass()))
                .orElseGet(() -> new Proof(it, Optional.empty())));
        Optional<Tracking.Tracked> tracked = tracking.look(reference, proof.map(Proof::plain));
        if (tracked.isEmpty()) {
            return new Seen.Unknown();
        }
        return proof.isPresent() && !tracked.get().proven()
                ? new Seen.WrongProof()
                : new Seen.Found(tracked.get(), proof);
    }

    private Duration begin(Throttle throttle, String key) {
        return limited ? throttle.begin(key) : Duration.ZERO;
    }
}
