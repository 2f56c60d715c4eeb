package jo.sawt.ticketing;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Drives the duties: tickets that this node was woken for at once, and what the store says is due. {@link #runDue} is one
 * pass on the calling thread; {@link #start} makes passes until stopped, each ticket on a virtual thread of its own. Each
 * duty has so many tickets in hand at once and no more, so that a slow one holds up none of the others.
 */
final class Rounds {
    private static final Logger LOG = System.getLogger(Rounds.class.getName());
    private static final int AT_ONCE = 200;
    private static final Duration STOP_WITHIN = Duration.ofSeconds(8);
    private static final Duration STOP_LOOK = Duration.ofMillis(10);

    /** Of all time, the share that looking for due work may take on a store where a look costs much. */
    private static final int SPARING = 20;

    private final Tickets tickets;
    private final House house;
    private final Wakes wakes;
    private final Map<Duty, Semaphore> duties = new LinkedHashMap<>();
    private final Map<Reference, Boolean> running = new ConcurrentHashMap<>();
    private volatile boolean stopped;
    private @Nullable Thread woken;
    private @Nullable Thread scanning;

    Rounds(Clerk clerk, Wakes wakes, List<Duty> duties) {
        this.tickets = clerk.tickets();
        this.house = clerk.house();
        this.wakes = wakes;
        duties.forEach(duty ->
                this.duties.put(duty, new Semaphore(house.settings().bounds().atOnce())));
    }

    /** One pass over all that is due now; returns how many tickets were worked on. */
    int runDue() {
        Set<Reference> due = new LinkedHashSet<>();
        for (Reference next = wakes.poll(); next != null; next = wakes.poll()) {
            due.add(next);
        }
        due.addAll(tickets.due(house.now(), AT_ONCE));
        return (int) due.stream().filter(this::work).count();
    }

    /** Whether there was anything to do. */
    private boolean work(Reference reference) {
        boolean worked = false;
        for (Map.Entry<Duty, Semaphore> duty : duties.entrySet()) {
            Optional<Ticket> ticket = tickets.find(reference).filter(duty.getKey()::isDue);
            if (ticket.isPresent()) {
                work(duty.getKey(), duty.getValue(), ticket.get());
                worked = true;
            }
        }
        return worked;
    }

    private void work(Duty duty, Semaphore permits, Ticket ticket) {
        permits.acquireUninterruptibly();
        try {
            if (!stopped) {
                duty.work(ticket);
            }
        } finally {
            permits.release();
        }
    }

    void start() {
        woken = Thread.ofVirtual().name("woken").start(this::workWoken);
        scanning = Thread.ofVirtual().name("due").start(this::scan);
    }

    /** No new work; what is in hand has some seconds to finish, and is free for others when its lease runs out. */
    void stop() {
        stopped = true;
        interrupt(woken);
        interrupt(scanning);
        for (Duration waited = Duration.ZERO; !running.isEmpty(); waited = waited.plus(STOP_LOOK)) {
            if (waited.compareTo(STOP_WITHIN) > 0) {
                LOG.log(Level.WARNING, "work in hand did not finish in time; its leases run out");
                return;
            }
            try {
                Thread.sleep(STOP_LOOK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void interrupt(@Nullable Thread thread) {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void workWoken() {
        while (!stopped) {
            try {
                Reference next = wakes.poll(1_000);
                if (next != null) {
                    begin(next);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void scan() {
        Duration least = house.settings().patience().scan();
        boolean first = house.settings().sole();
        while (!stopped) {
            long began = System.nanoTime();
            boolean more = scanOnce(first);
            first = false;
            long cost = System.nanoTime() - began;
            try {
                Thread.sleep(more ? Duration.ofMillis(20) : longer(least, Duration.ofNanos(cost * SPARING)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Whether there is probably more. A node alone with its store first takes what its predecessor had leased. */
    private boolean scanOnce(boolean inherited) {
        try {
            List<Reference> due = tickets.due(
                    inherited ? house.now().plus(house.settings().patience().lease()) : house.now(), AT_ONCE);
            for (Reference reference : due) {
                begin(reference);
            }
            return due.size() == AT_ONCE;
        } catch (DeskUnavailable e) {
            LOG.log(Level.WARNING, "the store is away; work waits");
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "looking for due work failed", e);
        }
        return false;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Starts work on a ticket, once at a time; woken again meanwhile, it is looked at again afterwards. */
    private void begin(Reference reference) {
        boolean isRunning = running.merge(reference, false, (old, none) -> true);
        if (!isRunning) {
            Thread.ofVirtual().name("work-" + reference).start(() -> run(reference));
        }
    }

    private void run(Reference reference) {
        try {
            work(reference);
        } catch (DeskUnavailable e) {
            LOG.log(Level.WARNING, "the store was away during work on ticket " + reference);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "work failed on ticket " + reference, e);
        } finally {
            Boolean again = running.remove(reference);
            if (again != null && again) {
                wakes.wake(reference);
            }
        }
    }
}
