package jo.sawt.ticketing;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The desk, put together. Takes messages and acts as soon as it is made; {@link #start} sets its workers going. */
public final class Ticketing implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Ticketing.class.getName());
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration WATCH = Duration.ofMinutes(15);

    private final House house;
    private final Tickets tickets;
    private final LiveFeed feed;
    private final Answering answering;
    private final Dispatch dispatch;
    private final Rounds rounds;
    private final Watchdog watchdog;
    private final Desk desk;
    private final StaffDesk staff;
    private final Tracking tracking;
    private final Returns returns;
    private final LateFiles lateFiles;
    private final Traffic traffic;
    private volatile boolean stopped;
    private @Nullable Thread polling;
    private @Nullable Thread watching;

    private Ticketing(Tickets tickets, House house, Ports ports) {
        this.house = house;
        this.tickets = tickets;
        this.feed = new LiveFeed(house.now());
        Wakes wakes = new Wakes();
        Clerk clerk = new Clerk(tickets, feed, wakes, house);
        Chains chains = new Chains(clerk);
        this.traffic = new Traffic(house.time());
        this.answering = new Answering(clerk, chains, ports.responder());
        this.dispatch = new Dispatch(clerk, chains, ports.senders(), traffic);
        this.rounds = new Rounds(
                clerk,
                wakes,
                List.of(dispatch, new Upkeep(clerk, chains), answering, new Recording(clerk, ports.lessons())));
        this.watchdog = new Watchdog(clerk);
        this.desk = new Inbox(clerk, chains, traffic, ports.codes());
        this.staff = new StaffRoom(clerk);
        this.tracking = new PublicTracking(clerk, chains);
        this.returns = new ReturnedLetters(clerk);
        this.lateFiles = new FollowingFiles(clerk, chains);
    }

    /**
     * What the desk calls.
     *
     * @param lessons where that which tickets teach is kept, if anywhere
     */
    public record Ports(
            Departments departments,
            Deadlines deadlines,
            Responder responder,
            List<ChannelSender> senders,
            Optional<TrackingCodes> codes,
            Optional<Lessons> lessons) {
        public Ports {
            senders = List.copyOf(senders);
        }

        /** Without codes nobody goes on by another channel, and nothing is learned. */
        public Ports(Departments departments, Deadlines deadlines, Responder responder, List<ChannelSender> senders) {
            this(departments, deadlines, responder, senders, Optional.empty());
        }

        /** For a desk that learns nothing. */
        public Ports(
                Departments departments,
                Deadlines deadlines,
                Responder responder,
                List<ChannelSender> senders,
                Optional<TrackingCodes> codes) {
            this(departments, deadlines, responder, senders, codes, Optional.empty());
        }

        /** The same, and what tickets teach is kept there. */
        public Ports learning(Lessons kept) {
            return new Ports(departments, deadlines, responder, senders, codes, Optional.of(kept));
        }
    }

    public static Ticketing open(Tickets tickets, Ports ports, InstantSource time, TicketingSettings settings) {
        House house = new House(
                settings,
                time,
                ports.deadlines(),
                ports.departments(),
                channels(ports.senders().stream()),
                channels(ports.senders().stream().filter(sender -> !sender.carriesFiles())));
        return new Ticketing(tickets, house, ports);
    }

    private static Set<Channel> channels(Stream<ChannelSender> senders) {
        return senders.map(ChannelSender::channel).collect(Collectors.toUnmodifiableSet());
    }

    public Desk desk() {
        return desk;
    }

    public StaffDesk staff() {
        return staff;
    }

    public Tracking tracking() {
        return tracking;
    }

    public Returns returns() {
        return returns;
    }

    public LateFiles lateFiles() {
        return lateFiles;
    }

    public Traffic traffic() {
        return traffic;
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
            polling = every(POLL, "feed-poll", () -> feed.poll(tickets));
        }
        watching = every(WATCH, "watchdog", watchdog::runDue);
    }

    private Thread every(Duration interval, String name, Runnable pass) {
        return Thread.ofVirtual().name(name).start(() -> {
            while (!stopped) {
                try {
                    Thread.sleep(interval);
                    pass.run();
                } catch (DeskUnavailable e) {
                    LOG.log(Level.WARNING, "the store is away; " + name + " waits");
                } catch (RuntimeException e) {
                    LOG.log(Level.ERROR, name + " failed", e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        });
    }

    /** One walk of the watchdog over all open tickets; returns how many it had to put right. */
    public int watch() {
        return watchdog.runDue();
    }

    /** No new work; what is in hand is finished or left to its lease. */
    @Override
    public void close() {
        stopped = true;
        for (Thread thread : new Thread[] {polling, watching}) {
            if (thread != null) {
                thread.interrupt();
            }
        }
        dispatch.stop();
        rounds.stop();
        answering.close();
        feed.close();
    }
}
