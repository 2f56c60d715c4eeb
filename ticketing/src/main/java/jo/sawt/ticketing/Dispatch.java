package jo.sawt.ticketing;

import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

/** Hands messages that are owed to their channels, one after the other for each ticket, until they are taken. */
final class Dispatch implements Duty {
    private static final Logger LOG = System.getLogger(Dispatch.class.getName());
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration EARLIER_FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final Clerk clerk;
    private final House house;
    private final Carrying carrying;
    private final Traffic traffic;
    private final Map<Channel, ChannelSender> senders = new EnumMap<>(Channel.class);
    private final Map<Channel, Lane> lanes = new EnumMap<>(Channel.class);
    private volatile boolean stopped;

    Dispatch(Clerk clerk, Chains chains, List<ChannelSender> senders, Traffic traffic) {
        this.clerk = clerk;
        this.house = clerk.house();
        this.carrying = new Carrying(clerk, chains);
        this.traffic = traffic;
        senders.forEach(sender -> this.senders.put(sender.channel(), sender));
        senders.stream()
                .filter(ChannelSender::oneAfterAnother)
                .forEach(sender -> lanes.put(sender.channel(), new Lane()));
    }

    /** Tickets that wait for their channel; whoever finds it free takes them all, the others go on with other work. */
    private static final class Lane {
        private final ConcurrentLinkedQueue<Reference> waiting = new ConcurrentLinkedQueue<>();
        private final ReentrantLock free = new ReentrantLock();
    }

    /** What is being sent is finished; what waits for its turn is left to its time. */
    void stop() {
        stopped = true;
    }

    @Override
    public boolean isDue(Ticket ticket) {
        return ticket.talk().owed().next().filter(this::isDue).isPresent();
    }

    private boolean isDue(OutboxEntry entry) {
        return !entry.attempts().due().isAfter(house.now())
                && house.isFree(entry.attempts().lease());
    }

    @Override
    public void work(Ticket ticket) {
        Lane lane = lanes.get(ticket.channel());
        if (lane == null) {
            all(ticket);
            return;
        }
        lane.waiting.add(ticket.reference());
        while (!stopped && !lane.waiting.isEmpty() && lane.free.tryLock()) {
            try {
                drain(lane);
            } finally {
                lane.free.unlock();
            }
        }
    }

    private void drain(Lane lane) {
        for (Reference next = lane.waiting.poll(); next != null && !stopped; next = lane.waiting.poll()) {
            clerk.tickets().find(next).ifPresent(this::all);
        }
    }

    private void all(Ticket ticket) {
        Optional<Ticket> at = Optional.of(ticket);
        while (at.isPresent() && isDue(at.get())) {
            at = step(at.get());
        }
    }

    private Optional<Ticket> step(Ticket ticket) {
        OutboxEntry entry = ticket.talk().owed().next().orElseThrow();
        Draft draft = Draft.of(house, ticket).silently();
        draft.outboxBecomes(entry.leased(house.lease()));
        Change claimed = draft.done();
        if (clerk.save(claimed) != Tickets.Saved.STORED) {
            return Optional.empty();
        }
        OutboxEntry mine = claimed.next().talk().owed().next().orElseThrow();
        OutboxEntry after = attempt(claimed.next(), mine);
        return clerk.edit(ticket.reference(), now -> marked(now, mine, after))
                .or(() -> clerk.tickets().find(ticket.reference()));
    }

    /** Nothing where it came back already while it was being sent: what is dead is sent no more. */
    private Optional<Change> marked(Ticket now, OutboxEntry before, OutboxEntry after) {
        boolean owed = now.talk().owed().outbox().stream()
                .anyMatch(entry -> entry.seq() == before.seq() && entry.state() == OutboxEntry.State.OWED);
        if (!owed) {
            return Optional.empty();
        }
        Draft draft = Draft.of(house, now);
        draft.outboxBecomes(after);
        if (after.state() == OutboxEntry.State.DEAD) {
            draft.event(
                    Party.SYSTEM, "undeliverable", Optional.of(String.valueOf(before.seq())), after.code(), Map.of());
        } else {
            draft.silently();
        }
        return Optional.of(draft.done());
    }

    private OutboxEntry attempt(Ticket ticket, OutboxEntry entry) {
        if (entry.kind() == OutboxEntry.Kind.CARRY) {
            carrying.carry(ticket, entry);
            return entry.sent("carried");
        }
        if (!house.sent().contains(ticket.channel())) {
            // the citizen went on where the timeline itself is read
            return entry.sent("shown");
        }
        Delivery delivery = send(ticket, entry);
        count(ticket.channel(), delivery);
        traffic.went(ticket.channel(), delivery);
        return switch (delivery) {
            case Delivery.Sent sent -> entry.sent(sent.providerId());
            case Delivery.Rejected rejected -> entry.dead(rejected.code());
            case Delivery.Held held -> entry.held(house.now().plus(held.after()));
            case Delivery.Deferred deferred ->
                entry.attempts().made() >= house.settings().bounds().attempts()
                        ? entry.dead(deferred.code())
                        : entry.again(deferred.code(), house.now().plus(pause(entry, deferred)));
        };
    }

    private Delivery send(Ticket ticket, OutboxEntry entry) {
        ChannelSender sender = senders.get(ticket.channel());
        Optional<Entry> told = ticket.timeline().bySeq(entry.seq());
        if (sender == null || told.isEmpty() || !(told.get().what() instanceof Entry.Told what)) {
            return new Delivery.Deferred("no sender", LONGEST_PAUSE);
        }
        if (isAfterEarlier(ticket)) {
            return new Delivery.Held("earlier-first", EARLIER_FIRST);
        }
        try {
            return sender.send(new OutboundMessage(
                    ticket.reference() + "-" + entry.seq(),
                    entry.attempts().made(),
                    ticket.reference(),
                    ticket.talk().contact(),
                    ticket.matter().lang(),
                    told.get().by().author(),
                    what.reply()));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the sender of " + ticket.channel().wire() + " failed on " + ticket.reference(), e);
            return new Delivery.Deferred("sender failed", FIRST_PAUSE);
        }
    }

    /** Whether the ticket that this one continues still owes the citizen what was said before. */
    private boolean isAfterEarlier(Ticket ticket) {
        return ticket.talk()
                .links()
                .previous()
                .flatMap(clerk.tickets()::find)
                .flatMap(before -> before.talk().owed().next())
                .filter(owed -> owed.kind() == OutboxEntry.Kind.SEND)
                .isPresent();
    }

    private static Duration pause(OutboxEntry entry, Delivery.Deferred deferred) {
        Duration grown =
                FIRST_PAUSE.multipliedBy(1L << Math.min(12, entry.attempts().made() - 1));
        Duration least = grown.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : grown;
        return deferred.after().compareTo(least) > 0 ? deferred.after() : least;
    }

    private static void count(Channel channel, Delivery delivery) {
        String result = switch (delivery) {
            case Delivery.Sent sent -> "sent";
            case Delivery.Deferred deferred -> "deferred";
            case Delivery.Held held -> "held";
            case Delivery.Rejected rejected -> "rejected";
        };
        Metrics.globalRegistry()
                .getOrCreate(Counter.builder("sawt_deliveries")
                        .description("Attempts to send a message, by channel and how they ended")
                        .tags(List.of(Tag.create("channel", channel.wire()), Tag.create("result", result))))
                .increment();
    }
}
