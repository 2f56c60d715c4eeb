package jo.sawt.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import jo.sawt.ticketing.InboundMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
    private final TestClock clock = new TestClock();
    private final ScriptedDesk desk = new ScriptedDesk();
    private TestStore memory;
    private TwilioStore store;
    private TwilioPeer peer;
    private Twilio twilio;
    private Runnable worker;

    @BeforeEach
    void start() throws IOException {
        memory = new TestStore();
        store = memory.open();
        peer = new TwilioPeer();
        twilio = Twilio.of(Samples.settings(peer.address()), store, clock);
        worker = twilio.worker(desk, (id, code) -> false);
        worker.run();
        pass(Duration.ofMinutes(20));
        peer.now = clock.instant().minus(Duration.ofMinutes(5));
    }

    @AfterEach
    void stop() {
        peer.close();
        memory.close();
    }

    @Test
    void aMessageThatNoWebhookBroughtIsTakenIn() {
        peer.inbound("SM1", Samples.AMINA, "وين المعاملة؟");
        peer.inbound("SM2", "whatsapp:" + Samples.AMINA, "مرحبا");
        worker.run();
        assertThat(desk.words()).containsExactlyInAnyOrder("وين المعاملة؟", "مرحبا");
    }

    @Test
    void aMessageThatTheTokenOfAnotherHeldBackIsTakenIn() {
        Intake intake = new Intake(desk, store, clock);
        for (String sid : List.of("SM1", "SM2")) {
            TwilioForm form = new TwilioForm(Samples.sms(sid, "الرسالة " + sid));
            intake.take(TwilioMessage.from(form, clock.instant()).orElseThrow(), Optional.of("token"));
            peer.inbound(sid, Samples.AMINA, "الرسالة " + sid);
        }
        assertThat(desk.words()).containsExactly("الرسالة SM1");
        worker.run();
        assertThat(desk.words()).containsExactly("الرسالة SM1", "الرسالة SM2");
    }

    @Test
    void theMediaOfAMessageThatNoWebhookBroughtAreOwed() {
        peer.inbound("SM1", "whatsapp:" + Samples.AMINA, "");
        peer.messages.getFirst().put("num_media", "1");
        peer.mediaOf.put("SM1", List.of("ME1"));
        worker.run();
        assertThat(desk.stored.getFirst().content()).isEqualTo(new InboundMessage.Content.Words("", List.of(), 1));
        Medium medium = store.media()
                .claim(clock.instant(), Duration.ofMinutes(1))
                .orElseThrow()
                .medium();
        assertThat(medium.url())
                .isEqualTo("https://api.twilio.com/2010-04-01/Accounts/" + Samples.ACCOUNT + "/Messages/SM1/Media/ME1");
    }

    @Test
    void whatIsStoredAlreadyStaysAsItIs() {
        Intake intake = new Intake(desk, store, clock);
        intake.take(TwilioMessage.from(new TwilioForm(Samples.sms("SM1", "إيقاف")), clock.instant())
                .orElseThrow());
        peer.inbound("SM1", Samples.AMINA, "إيقاف");
        pass(Duration.ofMinutes(1));
        intake.take(TwilioMessage.from(new TwilioForm(Samples.sms("SM2", "اشتراك")), clock.instant())
                .orElseThrow());
        peer.inbound("SM2", Samples.AMINA, "اشتراك");
        pass(Duration.ofMinutes(11));
        worker.run();
        pass(Duration.ofMinutes(11));
        worker.run();
        assertThat(store.correspondents().find(Samples.AMINA_SMS).hasOptedOut()).isFalse();
        assertThat(peer.posts).hasSize(2);
        assertThat(desk.stored).isEmpty();
    }

    @Test
    void aListThatCannotBeReadIsReadLater() {
        peer.inbound("SM1", Samples.AMINA, "وين المعاملة؟");
        peer.listScript.add(TwilioPeer.Answer.raw(503, "", false));
        worker.run();
        assertThat(desk.stored).isEmpty();
        pass(Duration.ofMinutes(6));
        worker.run();
        assertThat(desk.stored).hasSize(1);
    }

    @Test
    void aListOfManyPagesIsReadToItsEnd() {
        peer.pageSize = 3;
        for (int i = 0; i < 10; i++) {
            peer.inbound("SM" + i, Samples.AMINA, "رسالة " + i);
        }
        pass(Duration.ofMinutes(2));
        worker.run();
        assertThat(desk.stored).hasSize(10);
        assertThat(peer.lists).hasSize(4);
    }

    @Test
    void aWindowThatWasNotReadToItsEndIsReadAgain() {
        peer.pageSize = 3;
        for (int i = 0; i < 5; i++) {
            peer.inbound("SM" + i, Samples.AMINA, "رسالة " + i);
        }
        pass(Duration.ofMinutes(2));
        peer.listScript.add(TwilioPeer.Answer.raw(500, "", false));
        worker.run();
        assertThat(desk.stored).isEmpty();
        pass(Duration.ofHours(3));
        worker.run();
        assertThat(desk.stored).hasSize(5);
    }

    @Test
    void windowsOverlapAndLeaveOutWhatIsTooYoung() {
        peer.now = clock.instant();
        peer.inbound("SM1", Samples.AMINA, "أولى");
        worker.run();
        assertThat(desk.stored).isEmpty();
        pass(Duration.ofMinutes(11));
        worker.run();
        assertThat(desk.stored).hasSize(1);
        pass(Duration.ofMinutes(11));
        worker.run();
        assertThat(peer.lists).hasSize(3);
        assertThat(desk.stored).hasSize(1);
    }

    @Test
    void aStatusWhoseCallbackWasLostMovesTheMessageOn() {
        AtomicReference<String> returned = new AtomicReference<>("");
        Runnable telling = twilio.worker(desk, (id, code) -> {
            returned.set(id + " " + code);
            return true;
        });
        twilio.senders().getFirst().send(Samples.owed("T-1", 1, Samples.AMINA_SMS, "أهلا"));
        peer.messages.getFirst().put("status", "undelivered").put("error_code", 30006);
        peer.messages.add(peer.messages.getFirst().deepCopy().put("sid", "SMsomebodyelse"));
        pass(Duration.ofMinutes(2));
        telling.run();
        assertThat(store.deliveries().find("T-1").orElseThrow().status()).isEqualTo(DeliveryStatus.UNDELIVERED);
        assertThat(returned).hasValue("T-1 twilio-30006");
    }

    @Test
    void aPriceThatCameLateIsAskedForUntilItIsThereOrTwoDaysAreOver() {
        twilio.senders().getFirst().send(Samples.owed("T-1", 1, Samples.AMINA_SMS, "أهلا"));
        twilio.senders().getFirst().send(Samples.owed("T-2", 1, Samples.AMINA_SMS, "أهلا"));
        pass(Duration.ofMinutes(41));
        worker.run();
        assertThat(peer.fetches).hasSize(2);
        peer.messages.getFirst().put("price", "-0.00750");
        pass(Duration.ofMinutes(90));
        worker.run();
        assertThat(peer.fetches).hasSize(4);
        for (int hours = 0; hours < 72; hours += 6) {
            pass(Duration.ofHours(6));
            worker.run();
        }
        assertThat(peer.fetches).hasSize(6);
        assertThat(store.deliveries().unpriced(false, clock.instant(), 10)).isEmpty();
    }

    @Test
    void whatACitizensMessageCostIsCountedOnceAlsoWhereItComesLate() {
        double before = cost();
        peer.inbound("SMearly", Samples.AMINA, "وين المعاملة؟");
        peer.messages.getFirst().put("price", "-0.00750").put("price_unit", "JOD");
        peer.inbound("SMlate", Samples.AMINA, "مرحبا");
        peer.inbound("SMfree", Samples.AMINA, "شكرا");
        worker.run();
        pass(Duration.ofMinutes(11));
        worker.run();
        assertThat(cost() - before).isEqualTo(7_500);
        pass(Duration.ofMinutes(40));
        worker.run();
        peer.messages.get(1).put("price", "-0.00250").put("price_unit", "JOD");
        for (int hours = 0; hours < 48; hours += 6) {
            pass(Duration.ofHours(6));
            worker.run();
        }
        assertThat(cost() - before).isEqualTo(10_000);
        assertThat(peer.fetches).containsExactlyInAnyOrder("SMlate", "SMfree");
        assertThat(store.deliveries().unpriced(true, clock.instant(), 10)).isEmpty();
        assertThat(desk.stored).hasSize(3);
    }

    /** What messages that came in have cost in a currency that no other test uses, in millionths. */
    private static double cost() {
        return Metrics.globalRegistry()
                .counter(
                        "sawt_twilio_cost_micros",
                        List.of(Tag.create("channel", "sms"), Tag.create("direction", "in"), Tag.create("unit", "JOD")))
                .map(Counter::count)
                .orElse(0L);
    }

    @Test
    void onlyOneNodeReadsTheListAtATime() {
        Runnable other =
                Twilio.of(Samples.settings(peer.address()), store, clock).worker(desk, (id, code) -> false);
        worker.run();
        other.run();
        assertThat(peer.lists).hasSize(1);
    }

    @Test
    void thePriceOfAMessageIsCountedOnce() {
        twilio.senders().getFirst().send(Samples.owed("T-1", 1, Samples.AMINA_SMS, "أهلا"));
        String sid = peer.messages.getFirst().path("sid").asText();
        assertThat(store.deliveries().price(sid, "-0.0500")).isTrue();
        assertThat(store.deliveries().price(sid, "-0.0500")).isFalse();
        assertThat(store.deliveries().price("SMother", "-0.0500")).isFalse();
    }

    private void pass(Duration time) {
        clock.pass(time);
        peer.now = clock.instant();
    }
}
