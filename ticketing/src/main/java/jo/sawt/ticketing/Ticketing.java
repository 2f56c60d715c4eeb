package jo.sawt.ticketing;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The desk, put together. Takes messages and acts as soon as it is made; {@link #start} sets its workers going. */
public final class Ticketing implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Ticketing.class.getName());
    private static final Duration POLL = Duration.ofSeconds(1);

    private final House house;
    private final Tickets tickets;
    private final LiveFeed feed;
    private final Answering answering;
    private final Dispatch dispatch;
    private final Upkeep upkeep;
    private final Rounds rounds;
    private final Desk desk;
    private volatile boolean stopped;
    private @Nullable Thread polling;

    private Ticketing(Tickets tickets, House house, Ports ports) {
        this.house = house;
        this.tickets = tickets;
        this.feed = new LiveFeed(house.now());
        Wakes wakes = new Wakes();
        Clerk clerk = new Clerk(tickets, feed, wakes, house);
        Chains chains = new Chains(clerk);
        this.answering = new Answering(clerk, chains, ports.responder());
        this.dispatch = new Dispatch(clerk, chains, ports.senders());
        this.upkeep = new Upkeep(clerk, chains);
        this.rounds = new Rounds(clerk, wakes, List.of(answering, dispatch, upkeep));
        this.desk = new Inbox(clerk, chains);
    }

    /** What the desk calls. */
    public record Ports(
            Departments departments, Deadlines deadlines, Responder responder, List<ChannelSender> senders) {
        public Ports {
            senders = List.copyOf(senders);
        }
    }

    public static Ticketing open(Tickets tickets, Ports ports, InstantSource time, TicketingSettings settings) {
        House house = new House(
                settings,
                time,
                ports.deadlines(),
                ports.departments(),
                ports.senders().stream().map(ChannelSender::channel).collect(Collectors.toUnmodifiableSet()));
        return new Ticketing(tickets, house, ports);
    }

    public Desk desk() {
        return desk;
    }

    public Feed feed() {
        return feed;
    }

    /** One pass over all work that is due now, on the calling thread; returns how many tickets were worked on. */
    public int runDue() {
        return rounds.runDue();
    }

    /** Sets the workers going. */
    public void start() {
        rounds.start();
        if (!house.settings().sole()) {
            polling = Thread.ofVirtual().name("feed-poll").start(this::poll);
        }
    }

    private void poll() {
        while (!stopped) {
            try {
                Thread.sleep(POLL);
                feed.poll(tickets);
            } catch (DeskUnavailable e) {
                LOG.log(Level.WARNING, "the store is away; news of other nodes wait");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** No new work; what is in hand is finished or left to its lease. */
    @Override
    public void close() {
        stopped = true;
        if (polling != null) {
            polling.interrupt();
        }
        rounds.stop();
        answering.close();
        feed.close();
    }
}
