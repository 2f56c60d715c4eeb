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

/** Hands messages that are owed to their channels, one after the other for each ticket, until they are taken. */
final class Dispatch implements Duty {
    private static final Logger LOG = System.getLogger(Dispatch.class.getName());
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final Clerk clerk;
    private final House house;
    private final Carrying carrying;
    private final Traffic traffic;
    private final Map<Channel, ChannelSender> senders = new EnumMap<>(Channel.class);

    Dispatch(Clerk clerk, Chains chains, List<ChannelSender> senders, Traffic traffic) {
        this.clerk = clerk;
        this.house = clerk.house();
        this.carrying = new Carrying(clerk, chains);
        this.traffic = traffic;
        senders.forEach(sender -> this.senders.put(sender.channel(), sender));
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
        return clerk.edit(ticket.reference(), now -> Optional.of(marked(now, mine, after)));
    }

    private Change marked(Ticket now, OutboxEntry before, OutboxEntry after) {
        Draft draft = Draft.of(house, now);
        draft.outboxBecomes(after);
        if (after.state() == OutboxEntry.State.DEAD) {
            draft.event(
                    Party.SYSTEM, "undeliverable", Optional.of(String.valueOf(before.seq())), after.code(), Map.of());
        } else {
            draft.silently();
        }
        return draft.done();
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
            case Delivery.Rejected rejected -> "rejected";
        };
        Metrics.globalRegistry()
                .getOrCreate(Counter.builder("sawt_deliveries")
                        .description("Attempts to send a message, by channel and how they ended")
                        .tags(List.of(Tag.create("channel", channel.wire()), Tag.create("result", result))))
                .increment();
    }
}
