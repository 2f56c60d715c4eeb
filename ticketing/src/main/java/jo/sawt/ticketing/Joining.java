package jo.sawt.ticketing;

import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Lets a citizen go on by another channel: who names the reference of another conversation is asked for a code, which goes
 * to where that one came from (a chat session shows its own); the right code joins the two, and answers go to who spoke
 * last. What is asked and told is the same whether there is such a ticket or not.
 */
final class Joining {
    private static final int TRIES = 10;
    /** A message of no more than this that wishes for a channel wishes for nothing else. */
    private static final int SHORT = 60;

    private final Clerk clerk;
    private final House house;
    private final Chains chains;
    private final Optional<TrackingCodes> codes;
    private final Throttle tries;

    Joining(Clerk clerk, Chains chains, Optional<TrackingCodes> codes) {
        this.clerk = clerk;
        this.house = clerk.house();
        this.chains = chains;
        this.codes = codes;
        this.tries = new Throttle(TRIES, house.time());
    }

    /** What a message means for the conversations that it could join. */
    sealed interface Step {
        /** Nothing: it goes its own way. */
        record None() implements Step {}

        /** It names a matter of another conversation. */
        record Asked(Reference matter) implements Step {}

        /** Its code is wrong or over. */
        record Wrong(Reference matter) implements Step {}

        /** Its code is right, and used up with this. */
        record Proved(Reference matter) implements Step {}
    }

    /** Reads a message once, before it is written. */
    Step read(InboundMessage message) {
        if (codes.isEmpty()
                || !house.sent().contains(message.contact().channel())
                || !(message.content() instanceof InboundMessage.Content.Words words)) {
            return new Step.None();
        }
        List<Reference> named = Mentions.references(words.text());
        Optional<String> code = Mentions.code(words.text());
        boolean idle = named.isEmpty() && code.isEmpty();
        if (idle || !clerk.tickets().byKeys(List.of(message.key())).isEmpty()) {
            return new Step.None();
        }
        Step step = read(message.contact(), named, code);
        count(step);
        return step;
    }

    private Step read(Contact contact, List<Reference> named, Optional<String> code) {
        Optional<Ticket> own = chains.head(contact);
        Optional<Reference> matter = named.stream()
                .filter(reference -> !isOwn(reference, own, contact))
                .findFirst()
                .or(() -> named.isEmpty()
                        ? own.flatMap(ticket -> ticket.talk().line().asked())
                        : Optional.empty());
        if (matter.isEmpty()) {
            return new Step.None();
        }
        if (!tries.begin(contact.key()).isZero()) {
            return new Step.Wrong(matter.get());
        }
        if (code.isEmpty()) {
            return new Step.Asked(matter.get());
        }
        boolean right = codes.orElseThrow().proves(matter.get(), code.get());
        if (right) {
            tries.succeeded(contact.key());
        }
        return right ? new Step.Proved(matter.get()) : new Step.Wrong(matter.get());
    }

    private boolean isOwn(Reference reference, Optional<Ticket> own, Contact contact) {
        Optional<Ticket> named = clerk.tickets().find(reference);
        boolean knows =
                named.filter(ticket -> ticket.talk().line().has(contact)).isPresent();
        return knows
                || named.filter(ticket -> own.filter(mine -> mine.reference()
                                        .equals(chains.head(ticket).reference()))
                                .isPresent())
                        .isPresent();
    }

    /** The newest ticket of the conversation that a proved matter belongs to. */
    Ticket joined(Step.Proved step) {
        return chains.head(clerk.tickets().find(step.matter()).orElseThrow());
    }

    /** Ends a conversation of the citizen's in the one that it joins; a matter that is open in it stays open there. */
    Change ended(Ticket own, Ticket into) {
        Draft draft = Draft.of(house, own);
        Links links = draft.talk.links().next(new Links.Next(into.reference(), Links.Reason.JOINED, 0, true));
        boolean talk = own.status() == Status.AWAITING_CITIZEN
                && own.care().before().isEmpty()
                && own.care().assignments().isEmpty();
        draft.talk = draft.talk
                .linked(talk ? links.mergedInto(into.reference()) : links)
                .through(draft.talk.line().asking(Optional.empty()));
        draft.event(
                Party.CITIZEN,
                "joined",
                Optional.empty(),
                Optional.of(into.reference().value()),
                Map.of());
        if (talk) {
            Moves.to(draft, Party.CITIZEN, Status.MERGED, Optional.empty());
        }
        return draft.done();
    }

    /** Writes the message, and what is to be told and noted of it. */
    Entry heard(Draft draft, InboundMessage message, Step step, boolean joins, Hearing hearing) {
        boolean alone =
                Chains.unanswered(draft.all(), draft.talk.numbers().answered()).isEmpty();
        Optional<Channel> wish = wish(message);
        boolean plain = joins && step instanceof Step.Proved && !Mentions.saysMore(words(message));
        Entry heard = plain ? hearing.note(draft, message, alone) : hearing.hear(draft, message);
        if (!(step instanceof Step.None)) {
            speak(draft, message);
        }
        boolean quiet = alone && (draft.status() == Status.NEW || draft.status() == Status.ASSISTANT);
        if (joins) {
            welcome(draft, message.contact(), quiet && plain);
        } else {
            ask(draft, step, quiet);
        }
        wish.ifPresent(channel -> prefer(draft, channel, alone && saysNoMore(draft, message)));
        return heard;
    }

    /** A wish about the channel alone is no question for the assistant, also while a department works on the matter. */
    private static boolean saysNoMore(Draft draft, InboundMessage message) {
        return words(message).length() <= SHORT && draft.talk.owed().turn().isPresent();
    }

    private static String words(InboundMessage message) {
        return message.content() instanceof InboundMessage.Content.Words words ? words.text() : "";
    }

    private static Optional<Channel> wish(InboundMessage message) {
        return Mentions.preference(words(message), message.contact().channel());
    }

    /** Where nobody knows yet, the language is that of the message; a reference or a code has none. */
    private static void speak(Draft draft, InboundMessage message) {
        if (draft.talk.chosen().isEmpty() && draft.matter.understood().isEmpty()) {
            Mentions.language(words(message)).ifPresent(lang -> draft.matter = draft.matter.in(lang));
        }
    }

    private static void ask(Draft draft, Step step, boolean quiet) {
        switch (step) {
            case Step.None none -> {}
            case Step.Asked asked -> ask(draft, asked.matter(), quiet, "join.asked");
            case Step.Wrong wrong -> ask(draft, wrong.matter(), quiet, "join.wrong");
            case Step.Proved proved -> {}
        }
    }

    private static void ask(Draft draft, Reference matter, boolean quiet, String text) {
        draft.talk = draft.talk.through(draft.talk.line().asking(Optional.of(matter)));
        answer(draft, quiet, text, matter.value());
    }

    /** A contact that was not of the conversation until now. */
    private static void welcome(Draft draft, Contact contact, boolean quiet) {
        draft.event(
                Party.CITIZEN,
                "contact-joined",
                Optional.empty(),
                Optional.of(contact.channel().wire()),
                Map.of());
        boolean here = draft.talk.contact().equals(contact);
        answer(
                draft,
                quiet,
                here ? "join.welcome" : "join.welcome-elsewhere",
                draft.reference().value(),
                name(draft, draft.talk.contact().channel()));
    }

    /** Keeps the channel that the citizen wants to be answered by, and says so. */
    private static void prefer(Draft draft, Channel channel, boolean quiet) {
        draft.talk = draft.talk.through(draft.talk.line().preferring(channel));
        draft.event(Party.CITIZEN, "preferred", Optional.empty(), Optional.of(channel.wire()), Map.of());
        boolean known = draft.talk.line().by(channel).isPresent();
        answer(
                draft,
                quiet,
                known ? "join.preferred" : "join.preferred-unknown",
                name(draft, channel),
                draft.reference().value());
    }

    private static String name(Draft draft, Channel channel) {
        return Messages.text(draft.lang(), "channel." + channel.wire());
    }

    /** Where nobody else has to answer the message, this is its answer; else it is said beside. */
    private static void answer(Draft draft, boolean quiet, String text, Object... values) {
        Reply reply = Reply.of(Messages.text(draft.lang(), text, values));
        if (!quiet) {
            draft.remark(Party.SYSTEM, reply);
            return;
        }
        draft.turn(Optional.empty());
        draft.tell(Party.SYSTEM, reply, Optional.empty());
        if (draft.status() == Status.NEW || draft.status() == Status.ASSISTANT) {
            Moves.to(draft, Party.SYSTEM, Status.AWAITING_CITIZEN, Optional.empty());
        }
    }

    /** What was asked together with the reference, which is heard again where it belongs, once the code is right. */
    Optional<InboundMessage> waiting(Contact contact, Step step) {
        if (!(step instanceof Step.Proved proved)) {
            return Optional.empty();
        }
        return chains.head(contact)
                .filter(own -> own.talk()
                        .line()
                        .asked()
                        .filter(proved.matter()::equals)
                        .isPresent())
                .flatMap(own -> own.timeline().entries().reversed().stream()
                        .filter(entry -> entry.what() instanceof Entry.Said said
                                && Mentions.references(said.text()).contains(proved.matter()))
                        .findFirst()
                        .filter(entry -> Mentions.saysMore(((Entry.Said) entry.what()).text()))
                        .map(entry -> new InboundMessage(
                                contact,
                                "joined:" + own.reference() + ":" + entry.seq(),
                                new InboundMessage.Content.Words(((Entry.Said) entry.what()).text()),
                                Optional.empty())));
    }

    /** What follows once the message is stored. */
    void after(Step step) {
        if (step instanceof Step.Asked asked) {
            codes.orElseThrow().issue(asked.matter());
        }
    }

    private static void count(Step step) {
        if (step instanceof Step.None) {
            return;
        }
        Metrics.globalRegistry()
                .getOrCreate(Counter.builder("sawt_joins")
                        .description("Messages that would go on with a matter by another channel, by how that went")
                        .tags(List.of(Tag.create(
                                "result", step.getClass().getSimpleName().toLowerCase(Locale.ROOT)))))
                .increment();
    }
}
