package jo.sawt.ticketing;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What has passed through each channel on this node since it started: for the operator. */
public final class Traffic {
    private static final Passed NOTHING = new Passed(Optional.empty(), Optional.empty(), Optional.empty());

    private final Map<Channel, Passed> channels = new ConcurrentHashMap<>();
    private final InstantSource clock;

    Traffic(InstantSource clock) {
        this.clock = clock;
    }

    public Passed of(Channel channel) {
        return channels.getOrDefault(channel, NOTHING);
    }

    void came(Channel channel) {
        Instant now = clock.instant();
        channels.merge(channel, NOTHING.in(now), (before, unused) -> before.in(now));
    }

    /** An attempt to send ended so; one that was taken ends a time of failures. */
    void went(Channel channel, Delivery delivery) {
        Instant now = clock.instant();
        channels.merge(channel, NOTHING.after(delivery, now), (before, unused) -> before.after(delivery, now));
    }

    /**
     * What passed through a channel.
     *
     * @param failing why messages do not go out now; empty while they do
     */
    public record Passed(Optional<Instant> lastIn, Optional<Instant> lastOut, Optional<Failing> failing) {
        Passed in(Instant now) {
            return new Passed(Optional.of(now), lastOut, failing);
        }

        Passed after(Delivery delivery, Instant now) {
            return switch (delivery) {
                case Delivery.Sent sent -> new Passed(lastIn, Optional.of(now), Optional.empty());
                case Delivery.Rejected rejected -> this;
                case Delivery.Held held -> this;
                case Delivery.Deferred deferred ->
                    new Passed(
                            lastIn,
                            lastOut,
                            Optional.of(new Failing(
                                    deferred.code(), failing.map(Failing::since).orElse(now))));
            };
        }
    }

    /** Since when no attempt was taken, and why the last was not. */
    public record Failing(String code, Instant since) {}
}
