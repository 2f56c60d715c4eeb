package jo.sawt.ticketing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** An assistant that does what a test tells it, and remembers what it was shown. */
public final class Scripted implements Responder {
    public final List<TurnView> shown = new CopyOnWriteArrayList<>();
    private volatile Function<TurnView, Decision> way = turn -> answer("reply to " + words(turn));

    /** From now on it decides like this. */
    public Scripted by(Function<TurnView, Decision> decisions) {
        way = decisions;
        return this;
    }

    public Scripted always(Decision decision) {
        return by(turn -> decision);
    }

    @Override
    public Decision respond(TurnView turn) {
        shown.add(turn);
        return way.apply(turn);
    }

    /** What the citizen said that is not answered, joined. */
    public static String words(TurnView turn) {
        List<String> words = new ArrayList<>();
        for (TurnView.Said said : turn.unanswered()) {
            words.add(
                    switch (said.content()) {
                        case InboundMessage.Content.Words content -> content.text();
                        case InboundMessage.Content.Choice choice -> "#" + choice.option();
                        case InboundMessage.Content.PersonWanted wanted -> "person";
                    });
        }
        return String.join("+", words);
    }

    public static Understanding understood(Kind kind, Optional<String> department) {
        return new Understanding(
                Lang.AR,
                kind,
                Optional.empty(),
                department.map(DepartmentId::new),
                Optional.empty(),
                0.9,
                Map.of("k", "v"));
    }

    public static Decision answer(String text) {
        return new Decision.Answer(understood(Kind.INQUIRY, Optional.empty()), Reply.of(text));
    }

    public static Decision route(Kind kind, String department) {
        return new Decision.Route(
                understood(kind, Optional.of(department)), Reply.of("رقم {ref} قبل {due}"), "شكوى على " + department);
    }

    public static Decision handOver() {
        return new Decision.HandOver(
                understood(Kind.INQUIRY, Optional.empty()),
                Reply.of("to a person"),
                "asked for a person",
                "wants a person");
    }

    /** Says that the registry does not know, of a question about these words. */
    public static Decision unanswered(Optional<String> department, String text, String... topic) {
        Unanswered question = new Unanswered(text, List.of(topic), "ar", department.map(DepartmentId::new));
        Grounds grounds =
                new Grounds(List.of(new Grounds.Likely("passport-renewal", 0.31)), List.of(), List.of(question));
        return new Decision.Refuse(
                understood(Kind.INQUIRY, Optional.empty()).on(grounds), Reply.of("not in the registry"), true);
    }

    /** A channel's other end: takes everything, or does what it is told next. */
    public static final class Wire implements ChannelSender {
        public final List<OutboundMessage> sent = new CopyOnWriteArrayList<>();
        public final ConcurrentLinkedQueue<Delivery> next = new ConcurrentLinkedQueue<>();
        private final Channel channel;

        public Wire() {
            this(Channel.SMS);
        }

        public Wire(Channel channel) {
            this.channel = channel;
        }

        @Override
        public Channel channel() {
            return channel;
        }

        @Override
        public Delivery send(OutboundMessage message) {
            sent.add(message);
            Delivery told = next.poll();
            return told == null ? new Delivery.Sent("SM" + message.id()) : told;
        }
    }

    /** Plain days instead of working time. */
    public static final class PlainDays implements Deadlines {
        @Override
        public Due due(Kind kind, Optional<DepartmentId> department, Instant from) {
            return new Due(from.plus(Duration.ofDays(1)), from.plus(Duration.ofDays(5)));
        }

        @Override
        public Instant afterPause(Optional<DepartmentId> department, Instant due, Instant stopped, Instant wentOn) {
            return due.isAfter(stopped) ? due.plus(Duration.between(stopped, wentOn)) : due;
        }

        @Override
        public Duration workingTime(Optional<DepartmentId> department, Instant from, Instant to) {
            return Duration.between(from, to);
        }
    }
}
