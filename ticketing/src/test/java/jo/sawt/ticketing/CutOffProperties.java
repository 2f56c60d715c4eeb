package jo.sawt.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds wherever the process is cut off: each message once, each reply once, numbers without a gap, nobody forgotten. */
public abstract class CutOffProperties {
    private static final TicketingSettings SMALL =
            TicketingSettings.defaults(false).with(new TicketingSettings.Bounds(14, 100_000, 4, 50));

    protected abstract Tickets tickets();

    @Property(tries = 10)
    void everyMessageAndEveryReplyIsThereOnceInOrder(@ForAll long seed, @ForAll @IntRange(max = 30) int percent) {
        Contact contact = DeskFixture.sms();
        DeskFixture desk = new DeskFixture(new Faulty(tickets(), seed, percent / 100.0), SMALL);
        script(desk);
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            String text = (i % 4 == 2 ? "complaint " : "question ") + i;
            sayUntilAccepted(desk, contact, String.valueOf(i), text);
            sent.add(text);
            workThroughFaults(desk);
        }
        check(new DeskFixture(tickets(), SMALL), desk, contact, sent);
    }

    /** Complaints go to two departments in turn, so that matters split; the rest is answered. */
    private static void script(DeskFixture desk) {
        desk.assistant.by(turn -> {
            String words = Scripted.words(turn);
            if (!words.contains("complaint")) {
                return Scripted.answer("reply to " + words);
            }
            boolean land = Integer.parseInt(words.substring(words.lastIndexOf(' ') + 1)) % 8 == 2;
            return Scripted.route(Kind.COMPLAINT, land ? "dls" : "water");
        });
    }

    /** A client that hears nothing sends the same again, sometimes also when it was heard. */
    private static void sayUntilAccepted(DeskFixture desk, Contact contact, String id, String text) {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            try {
                desk.ticketing.desk().receive(DeskFixture.message(contact, id, text));
                return;
            } catch (DeskUnavailable e) {
                assertThat(e).hasMessage("cut off");
            }
        }
        throw new AssertionError("never accepted");
    }

    private static void workThroughFaults(DeskFixture desk) {
        for (int pass = 0; pass < 500; pass++) {
            try {
                if (desk.ticketing.runDue() == 0
                        && desk.tickets
                                .due(desk.clock.instant().plusSeconds(3_000), 1)
                                .isEmpty()) {
                    return;
                }
            } catch (DeskUnavailable e) {
                assertThat(e).hasMessage("cut off");
            }
            desk.clock.advance(Duration.ofSeconds(5));
        }
        throw new AssertionError("work never ends");
    }

    private static void check(DeskFixture seen, DeskFixture desk, Contact contact, List<String> sent) {
        Conversation conversation = seen.conversation(contact);
        List<String> heard = conversation.entries().stream()
                .filter(entry -> entry.from() == Author.CITIZEN)
                .map(entry -> entry.reply().text())
                .toList();
        assertThat(heard).isEqualTo(sent);
        assertThat(conversation.entries().stream().map(Conversation.Entry::seq))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, conversation.seq()).boxed().toList());
        List<String> replies = conversation.entries().stream()
                .filter(entry -> entry.from() == Author.ASSISTANT)
                .map(entry -> entry.reply().text())
                .filter(text -> text.startsWith("reply to"))
                .toList();
        assertThat(replies).as("no reply twice").doesNotHaveDuplicates();
        assertThat(conversation.assistantOwesTurn()).isFalse();
        assertThat(conversation.entries().getLast().from()).isNotEqualTo(Author.CITIZEN);
        Set<String> ids =
                new HashSet<>(desk.sms.sent.stream().map(OutboundMessage::id).toList());
        assertThat(ids)
                .as("every word of ours went out, some perhaps twice under the same id")
                .hasSize((int) conversation.entries().stream()
                        .filter(entry -> entry.from() != Author.CITIZEN)
                        .count());
        assertThat(seen.ticketing.watch()).isZero();
    }
}
