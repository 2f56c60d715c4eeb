package jo.sawt.ticketing;

import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** Takes what citizens say: each message once, in one write together with the turn that it owes. */
final class Inbox implements Desk {
    private static final int STRIPES = 256;

    private final Clerk clerk;
    private final House house;
    private final Chains chains;
    private final Hearing hearing;
    private final Conversations conversations;
    private final Traffic traffic;
    private final Optional<TrackingCodes> codes;
    private final Joining joining;

    /** Messages of one contact on this node wait for each other, only to spare the store their clashes. */
    private final List<ReentrantLock> queues =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toList();

    Inbox(Clerk clerk, Chains chains, Traffic traffic, Optional<TrackingCodes> codes) {
        this.clerk = clerk;
        this.house = clerk.house();
        this.chains = chains;
        this.hearing = new Hearing(house);
        this.conversations = new Conversations(chains, house);
        this.traffic = traffic;
        this.codes = codes;
        this.joining = new Joining(clerk, chains, codes);
    }

    @Override
    public Receipt receive(InboundMessage message) {
        Optional<String> refused = Hearing.refusal(message);
        if (refused.isPresent()) {
            return counted(message, new Receipt.Refused(refused.get()));
        }
        ReentrantLock queue = queues.get(Math.floorMod(message.contact().key().hashCode(), STRIPES));
        queue.lock();
        try {
            Joining.Step step = joining.read(message);
            Optional<InboundMessage> waiting = joining.waiting(message.contact(), step);
            Receipt receipt = clerk.again(() -> attempt(message, step));
            waiting.ifPresent(asked -> clerk.again(() -> attempt(asked, new Joining.Step.None())));
            joining.after(step);
            return counted(message, receipt);
        } finally {
            queue.unlock();
        }
    }

    private Receipt counted(InboundMessage message, Receipt receipt) {
        traffic.came(message.contact().channel());
        String result = switch (receipt) {
            case Receipt.Accepted accepted -> "accepted";
            case Receipt.Duplicate duplicate -> "duplicate";
            case Receipt.Refused refused -> "refused";
        };
        Metrics.globalRegistry()
                .getOrCreate(Counter.builder("sawt_messages_in")
                        .description("Messages of citizens, by channel and what became of them")
                        .tags(List.of(
                                Tag.create(
                                        "channel", message.contact().channel().wire()),
                                Tag.create("result", result))))
                .increment();
        return receipt;
    }

    private Optional<Receipt> attempt(InboundMessage message, Joining.Step step) {
        List<Ticket> known = clerk.tickets().byKeys(List.of(message.key(), Chains.key(message.contact())));
        for (Ticket ticket : known) {
            Optional<Entry> entry = ticket.timeline().byKey(message.key());
            if (entry.isPresent()) {
                return Optional.of(
                        new Receipt.Duplicate(ticket.reference(), entry.get().spoken()));
            }
        }
        Optional<Ticket> own = known.stream().findFirst().map(chains::head);
        if (step instanceof Joining.Step.Proved proved) {
            return joined(own, proved, message);
        }
        return own.isEmpty() ? first(message, step) : next(own.get(), message, step);
    }

    /** A conversation of its own ends in the other one first: cut off after that, the message finds its way all the same. */
    private Optional<Receipt> joined(Optional<Ticket> own, Joining.Step.Proved step, InboundMessage message) {
        Ticket into = joining.joined(step);
        boolean ends = own.filter(ticket -> !ticket.reference().equals(into.reference()))
                .isPresent();
        if (ends && clerk.save(joining.ended(own.get(), into)) != Tickets.Saved.STORED) {
            return Optional.empty();
        }
        return next(into, message, step);
    }

    private Optional<Receipt> first(InboundMessage message, Joining.Step step) {
        Talk talk = new Talk(message.contact(), message.lang(), Numbers.NONE, Talk.Owed.NOTHING, Links.NONE, List.of());
        Draft draft = Draft.fresh(
                house, Reference.random(), house.blank(message.lang().orElse(Lang.AR)), talk);
        draft.key(Chains.key(message.contact()));
        return save(draft, heard(draft, message, step));
    }

    private Optional<Receipt> next(Ticket head, InboundMessage message, Joining.Step step) {
        Optional<Links.Next> reserved = head.talk().links().next();
        if (reserved.isPresent()) {
            return continued(head, reserved.get(), message, step);
        }
        Optional<Links.Reason> over = hearing.isOver(head);
        if (over.isPresent()) {
            Change sealed = chains.seal(head, over.get()).done();
            return clerk.save(sealed) == Tickets.Saved.STORED
                    ? continued(
                            sealed.next(), sealed.next().talk().links().next().orElseThrow(), message, step)
                    : Optional.empty();
        }
        Draft draft = Draft.of(house, head);
        return save(draft, heard(draft, message, step));
    }

    private Optional<Receipt> continued(Ticket sealed, Links.Next next, InboundMessage message, Joining.Step step) {
        Draft draft = chains.continuation(sealed, next);
        Optional<Receipt> receipt = save(draft, heard(draft, message, step));
        if (receipt.isPresent()) {
            chains.made(sealed, next);
        }
        return receipt;
    }

    private Entry heard(Draft draft, InboundMessage message, Joining.Step step) {
        Contact contact = message.contact();
        boolean joins = !draft.talk.line().has(contact);
        if (joins && clerk.tickets().byKeys(List.of(Chains.key(contact))).isEmpty()) {
            draft.key(Chains.key(contact));
        }
        draft.talk = draft.talk.through(draft.talk.line().heard(contact));
        return joining.heard(draft, message, step, joins, hearing);
    }

    private Optional<Receipt> save(Draft draft, Entry heard) {
        return clerk.save(draft.done()) == Tickets.Saved.STORED
                ? Optional.of(new Receipt.Accepted(draft.reference(), heard.spoken()))
                : Optional.empty();
    }

    @Override
    public Conversation conversation(Contact contact, long after) {
        return conversations.of(contact, after);
    }

    @Override
    public OneTimeCode code(Contact contact) {
        return codes.flatMap(it -> chains.head(contact).map(head -> it.show(head.reference())))
                .orElseGet(OneTimeCode.Nothing::new);
    }

    @Override
    public boolean rate(Contact contact, Rating rating) {
        return chains.head(contact)
                .flatMap(head -> clerk.edit(head.reference(), ticket -> Optional.of(rated(ticket, rating))))
                .isPresent();
    }

    private Change rated(Ticket ticket, Rating rating) {
        return Rates.rated(Draft.of(house, ticket), rating).done();
    }
}
