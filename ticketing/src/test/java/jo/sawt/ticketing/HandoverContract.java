package jo.sawt.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person outranks the assistant, also where both act at the same moment; and what each finds of the other's work. */
public abstract class HandoverContract {
    private static final Caller AGENT =
            new Caller(new Username("agent"), "Agent", Set.of(Role.AGENT), Optional.empty());
    private static final int RACES = 40;

    private DeskFixture desk;

    protected abstract Tickets tickets();

    /** Whether there is something on the class path that counts. */
    protected boolean isMeasured() {
        return false;
    }

    @BeforeEach
    void open() {
        desk = new DeskFixture(tickets());
    }

    private Outcome act(Ticket ticket, Act act) {
        return desk.ticketing.staff().act(AGENT, ticket.reference(), act, Condition.NONE);
    }

    private Ticket done(Ticket ticket, Act act) {
        Outcome outcome = act(ticket, act);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).ticket();
    }

    private static double dropped() {
        return Metrics.globalRegistry()
                .counter("sawt_turns", List.of(Tag.create("result", "dropped")))
                .map(Counter::count)
                .orElse(0L);
    }

    @Test
    void anAnswerThatComesAfterAnAgentTookTheTicketIsDroppedAndCounted() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch taken = new CountDownLatch(1);
        desk.assistant.by(turn -> {
            asked.countDown();
            await(taken);
            return Scripted.answer("too late");
        });
        Contact contact = DeskFixture.web();
        desk.say(contact, "1", "and the fee?");
        double before = dropped();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> answering = threads.submit(() -> desk.ticketing.runDue());
            await(asked);
            Ticket ticket = done(desk.head(contact), new Act.Take());
            done(ticket, new Act.Say("five dinars", false));
            taken.countDown();
            answering.get(30, TimeUnit.SECONDS);
        }
        desk.settle();
        assertThat(desk.texts(contact)).containsExactly("and the fee?", "five dinars");
        assertThat(desk.head(contact).status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(desk.head(contact).talk().owed().turn()).isEmpty();
        assertThat(dropped()).isEqualTo(isMeasured() ? before + 1 : 0);
    }

    @Test
    void anAnswerToAnOldTurnIsDroppedThoughTheTicketIsTheAssistantsAgain() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch back = new CountDownLatch(1);
        desk.assistant.by(turn -> {
            asked.countDown();
            await(back);
            return Scripted.answer("of the old turn");
        });
        Contact contact = DeskFixture.web();
        desk.say(contact, "1", "and the fee?");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> answering = threads.submit(() -> desk.ticketing.runDue());
            await(asked);
            Ticket ticket = done(desk.head(contact), new Act.Take());
            done(ticket, new Act.HandBack());
            desk.assistant.always(Scripted.answer("of the new turn"));
            back.countDown();
            answering.get(30, TimeUnit.SECONDS);
        }
        desk.settle();
        assertThat(desk.texts(contact)).containsExactly("and the fee?", "of the new turn");
    }

    @Test
    void whoeverComesFirstNothingIsSaidByTheAssistantAfterAnAgentHasIt() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        desk.assistant.by(turn -> {
            meet(together);
            return Scripted.answer("five");
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < RACES; i++) {
                Contact contact = DeskFixture.web();
                desk.say(contact, "1", "and the fee?");
                Ticket ticket = desk.head(contact);
                Future<?> answering = threads.submit(() -> desk.ticketing.runDue());
                meet(together);
                done(ticket, new Act.Take());
                answering.get(30, TimeUnit.SECONDS);
                check(desk.find(ticket.reference()));
            }
        }
    }

    private static void check(Ticket ticket) {
        assertThat(ticket.status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(ticket.care().assignee()).contains(AGENT.username());
        assertThat(ticket.talk().owed().turn()).isEmpty();
        long taken = ticket.timeline().entries().stream()
                .filter(entry -> entry.what() instanceof Entry.Event event
                        && event.name().equals("assignee"))
                .mapToLong(Entry::seq)
                .findFirst()
                .orElseThrow();
        assertThat(ticket.timeline().entries())
                .noneMatch(entry -> entry.seq() > taken && entry.by().author() == Author.ASSISTANT);
    }

    @Test
    void theAssistantBeginsAnewWhenItIsHandedBack() {
        Contact contact = DeskFixture.web();
        desk.assistant.always(Scripted.handOver());
        Ticket ticket = desk.talk(contact, "1", "my case is secret");
        done(ticket, new Act.Take());
        done(ticket, new Act.Say("settled", false));
        Ticket back = done(ticket, new Act.HandBack());
        assertThat(DeskFixture.events(back)).contains("handed-back");
        assertThat(back.status()).isEqualTo(Status.AWAITING_CITIZEN);
        assertThat(back.talk().offered()).isEmpty();
        int shown = desk.assistant.shown.size();
        desk.settle();
        assertThat(desk.assistant.shown)
                .as("what was answered is not answered again")
                .hasSize(shown);
        desk.assistant.always(Scripted.answer("ten days"));
        desk.talk(contact, "2", "how long does a permit take?");
        TurnView view = desk.assistant.shown.getLast();
        assertThat(view.memory()).isEmpty();
        assertThat(view.history()).isEmpty();
        assertThat(Scripted.words(view)).isEqualTo("how long does a permit take?");
        desk.talk(contact, "3", "and the fee?");
        assertThat(desk.assistant.shown.getLast().history()).hasSize(2);
        assertThat(desk.assistant.shown.getLast().memory()).isNotEmpty();
        assertThat(desk.texts(contact)).contains("my case is secret", "settled");
    }

    @Test
    void theAgentFindsTheSummaryInBothLanguagesAndWhatItRestsOn() {
        Grounds grounds = new Grounds(
                List.of(new Grounds.Likely("passport-renewal", 0.41)),
                List.of(new Grounds.Likely("cspd", 0.77)),
                List.of());
        desk.assistant.always(new Decision.HandOver(
                Scripted.understood(Kind.INQUIRY, Optional.empty()).on(grounds),
                Reply.of("to a person"),
                "case",
                new Decision.Summary("استفسار\nالسبب\nقيل", "inquiry\nreason\ntold")));
        Ticket ticket = desk.talk(DeskFixture.web(), "1", "where is my file?");
        assertThat(ticket.timeline().entries())
                .filteredOn(entry -> entry.what() instanceof Entry.Note)
                .singleElement()
                .satisfies(entry -> {
                    Entry.Note note = (Entry.Note) entry.what();
                    assertThat(note.in(Lang.AR)).isEqualTo("استفسار\nالسبب\nقيل");
                    assertThat(note.in(Lang.EN)).isEqualTo("inquiry\nreason\ntold");
                });
        assertThat(ticket.matter().understood().orElseThrow().grounds()).isEqualTo(grounds);
        assertThat(ticket.matter().understood().orElseThrow().confidence()).isEqualTo(0.9);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("it did not come");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
