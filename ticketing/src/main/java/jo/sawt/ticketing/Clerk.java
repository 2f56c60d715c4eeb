package jo.sawt.ticketing;

import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;

/** Writes steps of tickets, tries again what clashed, and tells the feed and the workers what was stored. */
final class Clerk {
    private static final int ATTEMPTS = 60;
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(40);

    private final Tickets tickets;
    private final LiveFeed feed;
    private final Wakes wakes;
    private final House house;
    private final Counter clashes = Metrics.globalRegistry()
            .getOrCreate(Counter.builder("sawt_ticket_clashes")
                    .description("Writes of a ticket that another write came before, and that were decided again"));

    Clerk(Tickets tickets, LiveFeed feed, Wakes wakes, House house) {
        this.tickets = tickets;
        this.feed = feed;
        this.wakes = wakes;
        this.house = house;
    }

    House house() {
        return house;
    }

    Tickets tickets() {
        return tickets;
    }

    /** One write, with all that follows from it when it is stored. */
    Tickets.Saved save(Change change) {
        Tickets.Saved saved = tickets.save(change);
        if (saved == Tickets.Saved.STORED) {
            feed.stored(change);
            if (isForUs(change)) {
                wakes.wake(change.next().reference());
            }
        }
        return saved;
    }

    private boolean isForUs(Change change) {
        Instant soon = house.now();
        return change.wake().filter(at -> !at.isAfter(soon)).isPresent()
                || change.next()
                        .talk()
                        .owed()
                        .turn()
                        .flatMap(Turn::lease)
                        .filter(lease -> lease.isOf(house.settings().node()))
                        .isPresent();
    }

    /** Decides on the newest state of a ticket until the write does not clash; empty where there is no such ticket or no change. */
    Optional<Ticket> edit(Reference reference, Function<Ticket, Optional<Change>> step) {
        return again(() -> {
            Optional<Change> change = tickets.find(reference).flatMap(step);
            if (change.isEmpty()) {
                return Optional.of(Optional.empty());
            }
            return save(change.get()) == Tickets.Saved.STORED
                    ? Optional.of(Optional.of(change.get().next()))
                    : Optional.empty();
        });
    }

    /** Calls until there is an answer, a bounded number of times, with a pause that grows and differs between callers. */
    <R> R again(Supplier<Optional<R>> attempt) {
        for (int i = 0; i < ATTEMPTS; i++) {
            Optional<R> answer = attempt.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            clashes.increment();
            pause(i);
        }
        throw new DeskUnavailable("too many writes of one ticket at the same moment", null);
    }

    /** Longer after each attempt, and differently for each caller. */
    static void pause(int attempt) {
        long most = Math.min(LONGEST_PAUSE.toNanos(), 1_000_000L << Math.min(attempt, 6));
        try {
            Thread.sleep(Duration.ofNanos(ThreadLocalRandom.current().nextLong(most)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeskUnavailable("stopped while a write was tried again", e);
        }
    }
}
