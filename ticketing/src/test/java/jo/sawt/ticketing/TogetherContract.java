package jo.sawt.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The desk with its workers going, on one node and on two that share a store. */
public abstract class TogetherContract {
    private static final int CITIZENS = 12;
    private static final int MESSAGES = 15;

    protected abstract Tickets tickets();

    private static Ticketing started(Tickets tickets, boolean sole, ChannelSender sender) {
        Ticketing ticketing = Ticketing.open(
                tickets,
                new Ticketing.Ports(
                        (id, lang) -> Optional.of(id.value()),
                        new Scripted.PlainDays(),
                        new Scripted(),
                        List.of(sender)),
                InstantSource.system(),
                TicketingSettings.defaults(sole));
        ticketing.start();
        return ticketing;
    }

    @Test
    void manyConversationsOnTwoNodesAreAnsweredWithoutLossOrRepetition() throws Exception {
        Scripted.Wire wire = new Scripted.Wire();
        try (Ticketing one = started(tickets(), false, wire);
                Ticketing two = started(tickets(), false, wire)) {
            List<Contact> contacts = new ArrayList<>();
            for (int i = 0; i < CITIZENS; i++) {
                contacts.add(i % 2 == 0 ? DeskFixture.web() : DeskFixture.sms());
            }
            DeskContract.atOnce(CITIZENS, i -> {
                for (int m = 0; m < MESSAGES; m++) {
                    Desk desk = (m % 3 == 0 ? two : one).desk();
                    desk.receive(DeskFixture.message(contacts.get(i), String.valueOf(m), "m" + m));
                }
                return i;
            });
            for (Contact contact : contacts) {
                until(() -> {
                    Conversation now = one.desk().conversation(contact, 0);
                    return !now.assistantOwesTurn() && now.entries().getLast().from() == Author.ASSISTANT;
                });
                check(one.desk().conversation(contact, 0));
            }
            until(() -> wire.sent.size() >= told(one, contacts));
            assertThat(wire.sent).extracting(OutboundMessage::id).doesNotHaveDuplicates();
        }
    }

    private static long told(Ticketing ticketing, List<Contact> contacts) {
        return contacts.stream()
                .filter(contact -> contact.channel() == Channel.SMS)
                .flatMap(contact -> ticketing.desk().conversation(contact, 0).entries().stream())
                .filter(entry -> entry.from() == Author.ASSISTANT)
                .count();
    }

    private static void check(Conversation conversation) {
        List<String> heard = new ArrayList<>();
        StringBuilder answered = new StringBuilder();
        for (Conversation.Entry entry : conversation.entries()) {
            if (entry.from() == Author.CITIZEN) {
                heard.add(entry.reply().text());
            } else {
                answered.append('+').append(entry.reply().text().replace("reply to ", ""));
            }
        }
        List<String> expected =
                LongStream.range(0, MESSAGES).mapToObj(m -> "m" + m).toList();
        assertThat(heard).isEqualTo(expected);
        assertThat(answered.substring(1)).as("each message is answered once").isEqualTo(String.join("+", expected));
        assertThat(conversation.entries().stream().map(Conversation.Entry::seq))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, conversation.seq()).boxed().toList());
    }

    @Test
    void aReaderOnAnotherNodeHearsOfIt() throws Exception {
        Scripted.Wire wire = new Scripted.Wire();
        try (Ticketing one = started(tickets(), false, wire);
                Ticketing two = started(tickets(), false, wire)) {
            Contact contact = DeskFixture.web();
            CountDownLatch heard = new CountDownLatch(1);
            Feed.Subscription reading = two.feed().subscribe(contact, event -> heard.countDown());
            one.desk().receive(DeskFixture.message(contact, "1", "hello"));
            assertThat(heard.await(10, TimeUnit.SECONDS)).isTrue();
            reading.close();
        }
    }

    @Test
    void aNodeAloneWithItsStoreTakesUpAtOnceWhatItsPredecessorHadInHand() throws Exception {
        Contact contact = DeskFixture.web();
        DeskFixture dead = new DeskFixture(tickets());
        dead.clock.set(InstantSource.system().instant());
        dead.say(contact, "1", "hello");
        try (Ticketing next = started(tickets(), true, new Scripted.Wire())) {
            until(() -> next.desk().conversation(contact, 0).seq() == 2);
        }
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 1_500 && !condition.getAsBoolean(); i++) {
            Thread.sleep(Duration.ofMillis(20));
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
