package jo.sawt.ticketing;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Drives the duties: tickets that this node was woken for at once, and what the store says is due. {@link #runDue} is one
 * pass on the calling thread; {@link #start} makes passes until stopped, each ticket on a virtual thread of its own.
 */
final class Rounds {
    private static final Logger LOG = System.getLogger(Rounds.class.getName());
    private static final int AT_ONCE = 200;
    private static final long STOP_WITHIN_SECONDS = 8;

    /** Of all time, the share that looking for due work may take on a store where a look costs much. */
    private static final int SPARING = 20;

    private final Tickets tickets;
    private final House house;
    private final Wakes wakes;
    private final List<Duty> duties;
    private final Map<Reference, Boolean> running = new ConcurrentHashMap<>();
    private final Semaphore permits;
    private final int permitted;
    private volatile boolean stopped;
    private @Nullable Thread woken;
    private @Nullable Thread scanning;

    Rounds(Clerk clerk, Wakes wakes, List<Duty> duties) {
        this.tickets = clerk.tickets();
        this.house = clerk.house();
        this.wakes = wakes;
        this.duties = List.copyOf(duties);
        this.permitted = house.settings().bounds().atOnce();
        this.permits = new Semaphore(permitted);
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
        for (Duty duty : duties) {
            Optional<Ticket> ticket = tickets.find(reference);
            if (ticket.isPresent() && duty.isDue(ticket.get())) {
                duty.work(ticket.get());
                worked = true;
            }
        }
        return worked;
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
        try {
            if (!permits.tryAcquire(permitted, STOP_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "work in hand did not finish in time; its leases run out");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Starts work on a ticket, once at a time; woken again meanwhile, it is looked at again afterwards. */
    private void begin(Reference reference) throws InterruptedException {
        if (running.putIfAbsent(reference, false) != null) {
            running.computeIfPresent(reference, (key, again) -> true);
            return;
        }
        permits.acquire();
        Thread.ofVirtual().name("work-" + reference).start(() -> run(reference));
    }

    private void run(Reference reference) {
        try {
            work(reference);
        } catch (DeskUnavailable e) {
            LOG.log(Level.WARNING, "the store was away during work on ticket " + reference);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "work failed on ticket " + reference, e);
        } finally {
            permits.release();
            Boolean again = running.remove(reference);
            if (again != null && again) {
                wakes.wake(reference);
            }
        }
    }
}
