package jo.sawt.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import jo.sawt.ticketing.mongo.MongoTickets;
import jo.sawt.ticketing.mongo.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A message that comes back while it is still being sent, and how many are being sent at a time. */
class ReturnsTest {
    private static final Contact AMINA = new Contact(Channel.EMAIL, "amina@example.jo");

    private final SettableClock clock = new SettableClock("2026-06-01T08:00:00Z");
    private final CompletableFuture<Ticketing> made = new CompletableFuture<>();
    private TestStore store;
    private Tickets tickets;

    @BeforeEach
    void open() {
        store = TestStore.embedded();
        tickets = MongoTickets.open(store.database(), clock);
    }

    @AfterEach
    void close() {
        made.join().close();
        store.close();
    }

    /** A relay whose bounce overtakes its own answer. */
    private abstract static class Relay implements ChannelSender {
        @Override
        public Channel channel() {
            return Channel.EMAIL;
        }

        @Override
        public boolean oneAfterAnother() {
            return true;
        }
    }

    private Ticketing desk(ChannelSender sender) {
        Ticketing desk = Ticketing.open(
                tickets,
                new Ticketing.Ports(
                        (id, lang) -> java.util.Optional.empty(),
                        new Scripted.PlainDays(),
                        new Scripted(),
                        List.of(sender)),
                clock,
                TicketingSettings.defaults(true));
        made.complete(desk);
        return desk;
    }

    @Test
    void aBounceThatComesBeforeTheLetterIsMarkedAsSentStands() {
        List<Boolean> told = new ArrayList<>();
        Ticketing desk = desk(new Relay() {
            @Override
            public Delivery send(OutboundMessage message) {
                told.add(made.join().returns().returned(message.id(), "bounce-5.1.1"));
                told.add(made.join().returns().returned(message.id(), "bounce-5.1.1"));
                return new Delivery.Sent("<" + message.id() + ">");
            }
        });
        desk.desk().receive(DeskFixture.message(AMINA, "1", "سؤال"));
        while (desk.runDue() > 0) {
            clock.advance(java.time.Duration.ofMillis(1));
        }
        assertThat(told).as("told once, and sent once").containsExactly(true, false);
        Ticket ticket = tickets.dead(10).getFirst();
        assertThat(ticket.talk().owed().outbox()).singleElement().satisfies(entry -> {
            assertThat(entry.state()).isEqualTo(OutboxEntry.State.DEAD);
            assertThat(entry.code()).contains("bounce-5.1.1");
        });
        assertThat(DeskFixture.events(ticket)).containsOnlyOnce("undeliverable");
    }

    @Test
    void aChannelThatAsksForItHasOneMessageOutAtATimeWhileAllGoOut() throws Exception {
        int citizens = 40;
        AtomicInteger out = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch sent = new CountDownLatch(citizens);
        ConcurrentHashMap<String, Long> unmarked = new ConcurrentHashMap<>();
        Ticketing desk = desk(new Relay() {
            @Override
            public Delivery send(OutboundMessage message) {
                most.accumulateAndGet(out.incrementAndGet(), Math::max);
                unmarked.put(
                        message.id(),
                        tickets.open(java.util.Optional.empty(), citizens).stream()
                                .flatMap(ticket -> ticket.talk().owed().outbox().stream())
                                .filter(entry -> entry.state() == OutboxEntry.State.OWED
                                        && entry.attempts().lease().isPresent())
                                .count());
                out.decrementAndGet();
                sent.countDown();
                return new Delivery.Sent("<" + message.id() + ">");
            }
        });
        desk.start();
        for (int i = 0; i < citizens; i++) {
            desk.desk().receive(DeskFixture.message(new Contact(Channel.EMAIL, i + "@example.jo"), "1", "سؤال"));
        }
        assertThat(sent.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(most).hasValue(1);
        assertThat(unmarked.values())
                .as("what a kill could repeat: the one that is out")
                .hasSize(citizens)
                .allMatch(count -> count == 1);
    }
}
