package jo.sawt.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
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
        worker = twilio.worker(desk);
        worker.run();
        pass(Duration.ofMinutes(20));
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
    void whatIsStoredAlreadyStaysAsItIs() {
        Intake intake = new Intake(desk, store.correspondents(), store.notices(), store.deliveries(), clock);
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
    void onlyOneNodeReadsTheListAtATime() {
        Runnable other =
                Twilio.of(Samples.settings(peer.address()), store, clock).worker(desk);
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
