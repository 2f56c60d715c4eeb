package jo.sawt.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Contact;
import jo.sawt.ticketing.Delivery;
import jo.sawt.ticketing.InboundMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioSenderTest {
    private static final String LONG = "الوثائق المطلوبة لتجديد جواز السفر هي الهوية الشخصية وصورتان. ".repeat(8);

    private final TestClock clock = new TestClock();
    private TestStore memory;
    private TwilioStore store;
    private TwilioPeer peer;

    @BeforeEach
    void start() throws IOException {
        memory = new TestStore();
        store = memory.open();
        peer = new TwilioPeer();
    }

    @AfterEach
    void stop() {
        peer.close();
        memory.close();
    }

    @Test
    void aMessageGoesOutOnceWithItsCallback() {
        assertThat(send(1, "أهلا بك")).isInstanceOf(Delivery.Sent.class);
        TwilioForm post = peer.posts.getFirst();
        assertThat(post.fields())
                .containsEntry("To", Samples.AMINA)
                .containsEntry("From", Samples.OURS)
                .containsEntry("Body", "أهلا بك")
                .containsEntry("StatusCallback", Samples.PUBLIC + "/channels/twilio/status?id=T-1");
        assertThat(peer.authorizations).allSatisfy(header -> assertThat(header).startsWith("Basic "));
        assertThat(peer.lists).isEmpty();
    }

    @Test
    void whatsAppKeepsItsPrefix() {
        sender(Channel.WHATSAPP).send(Samples.owed("T-1", 1, Samples.AMINA_WHATSAPP, "أهلا"));
        assertThat(peer.posts.getFirst().fields())
                .containsEntry("To", "whatsapp:" + Samples.AMINA)
                .containsEntry("From", "whatsapp:" + Samples.OURS);
    }

    @Test
    void optionsAreNumberedLines() {
        sender(Channel.SMS).send(Samples.owed("T-1", 1, Samples.AMINA_SMS, "أي خدمة؟", "جواز سفر", "هوية"));
        assertThat(peer.posts.getFirst().field("Body")).contains("أي خدمة؟\n1. جواز سفر\n2. هوية");
    }

    @ParameterizedTest
    @CsvSource({
        "400,21211,twilio-21211",
        "400,21614,twilio-21614",
        "400,21635,twilio-21635",
        "400,30006,twilio-30006",
        "400,63016,whatsapp-window-closed",
        "400,21617,twilio-21617",
        "400,21408,twilio-21408"
    })
    void whatCanNeverArriveIsRejected(int status, int code, String reason) {
        peer.script.add(TwilioPeer.Answer.error(status, code));
        assertThat(send(1, "أهلا")).isEqualTo(new Delivery.Rejected(reason));
        assertThat(peer.posts).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"400,30003", "400,63018", "400,14107", "400,21611", "401,20003", "403,20003"})
    void whatMayPassIsDeferred(int status, int code) {
        peer.script.add(TwilioPeer.Answer.error(status, code));
        assertThat(send(1, "أهلا")).isInstanceOf(Delivery.Deferred.class);
        assertThat(peer.posts).hasSize(1);
        assertThat(send(2, "أهلا")).isInstanceOf(Delivery.Sent.class);
    }

    @Test
    void whoHasOptedOutIsRememberedAndNotWrittenToAgain() {
        peer.script.add(TwilioPeer.Answer.error(400, 21610));
        assertThat(send(1, "أهلا")).isEqualTo(new Delivery.Rejected("opted-out"));
        assertThat(sender(Channel.SMS).send(Samples.owed("T-2", 1, Samples.AMINA_SMS, "أهلا")))
                .isEqualTo(new Delivery.Rejected("opted-out"));
        assertThat(peer.posts).hasSize(1);
    }

    @Test
    void whenThrottledAllWaitAsLongAsTwilioAsked() {
        peer.script.add(new TwilioPeer.Answer(429, "", Map.of("Retry-After", "17"), false, 0));
        TwilioSender sender = sender(Channel.SMS);
        assertThat(sender.send(Samples.owed("T-1", 1, Samples.AMINA_SMS, "أهلا")))
                .isEqualTo(new Delivery.Deferred("throttled", Duration.ofSeconds(17)));
        clock.pass(Duration.ofSeconds(7));
        assertThat(sender.send(Samples.owed("T-2", 1, Samples.AMINA_SMS, "أهلا")))
                .isEqualTo(new Delivery.Held("throttled", Duration.ofSeconds(10)));
        assertThat(peer.posts).hasSize(1);
        clock.pass(Duration.ofSeconds(10));
        assertThat(sender.send(Samples.owed("T-1", 2, Samples.AMINA_SMS, "أهلا")))
                .isInstanceOf(Delivery.Sent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"500 {}", "503 <html>busy</html>", "500 ", "201 ", "201 {{{", "201 <html>", "302 "})
    void anAnswerThatIsNoneIsLookedUpBeforeItIsSentAgain(String answer) {
        int status = Integer.parseInt(answer.substring(0, 3));
        peer.script.add(TwilioPeer.Answer.raw(status, answer.substring(4), true));
        assertThat(send(1, "أهلا"))
                .isInstanceOfSatisfying(
                        Delivery.Deferred.class,
                        deferred -> assertThat(deferred.code()).isEqualTo("unknown"));
        clock.pass(Duration.ofMinutes(1));
        assertThat(send(2, "أهلا"))
                .isEqualTo(
                        new Delivery.Sent(peer.messages.getFirst().path("sid").asText()));
        assertThat(peer.posts).hasSize(1);
    }

    @Test
    void whatTwilioNeverTookIsSentAgain() {
        peer.script.add(TwilioPeer.Answer.raw(500, "", false));
        send(1, "أهلا");
        clock.pass(Duration.ofMinutes(1));
        peer.listScript.add(TwilioPeer.Answer.raw(500, "", false));
        assertThat(send(2, "أهلا")).isInstanceOf(Delivery.Deferred.class);
        assertThat(peer.posts).hasSize(1);
        assertThat(send(3, "أهلا")).isInstanceOf(Delivery.Sent.class);
        assertThat(peer.posts).hasSize(2);
    }

    @Test
    void aSlowAnswerIsUnknown() {
        peer.script.add(new TwilioPeer.Answer(201, "{}", Map.of(), true, 1_500));
        TwilioSender impatient = sender(Channel.SMS, Duration.ofMillis(300));
        assertThat(impatient.send(Samples.owed("T-1", 1, Samples.AMINA_SMS, "أهلا")))
                .isInstanceOf(Delivery.Deferred.class);
        assertThat(send(2, "أهلا")).isInstanceOf(Delivery.Sent.class);
        assertThat(peer.posts).hasSize(1);
    }

    @Test
    void aRefusedConnectionIsUnknown() {
        peer.close();
        assertThat(send(1, "أهلا")).isInstanceOf(Delivery.Deferred.class);
    }

    @Test
    void theSameWordsOfAnotherMessageAreNotTakenForThisOne() {
        assertThat(sender(Channel.SMS).send(Samples.owed("T-0", 1, Samples.AMINA_SMS, "أهلا")))
                .isInstanceOf(Delivery.Sent.class);
        peer.script.add(TwilioPeer.Answer.raw(500, "", false));
        send(1, "أهلا");
        assertThat(send(2, "أهلا")).isInstanceOf(Delivery.Sent.class);
        assertThat(peer.messages).hasSize(2);
    }

    @Test
    void afterACrashTheCallbackTellsThatTheMessageWasTaken() {
        store.deliveries().begin("T-1", clock.instant());
        store.deliveries()
                .report("T-1", new Deliveries.Report("SM7", DeliveryStatus.SENT, Optional.empty()), clock.instant());
        assertThat(send(2, "أهلا")).isEqualTo(new Delivery.Sent("SM7"));
        assertThat(peer.posts).isEmpty();
        assertThat(peer.lists).isEmpty();
    }

    @Test
    void aLongAnswerGoesOnWhenTheCitizenAsks() {
        ScriptedDesk desk = new ScriptedDesk();
        Twilio twilio = Twilio.of(Samples.settings(peer.address()), store, clock);
        Intake intake = new Intake(desk, store, clock);
        Runnable worker = twilio.worker(desk, (id, code) -> false);
        twilio.senders().getFirst().send(Samples.owed("T-1", 1, Samples.AMINA_SMS, LONG));
        assertThat(peer.posts.getFirst().field("Body").orElse("")).endsWith("\n1 للمزيد");
        clock.pass(Duration.ofMinutes(1));
        for (int i = 0; i < 3; i++) {
            assertThat(intake.take(typed("SM1", "١"))).isEqualTo(Intake.Outcome.MORE);
        }
        worker.run();
        assertThat(intake.take(typed("SM1", "١"))).isEqualTo(Intake.Outcome.MORE);
        worker.run();
        clock.pass(Duration.ofMinutes(1));
        assertThat(intake.take(typed("SM2", "1"))).isEqualTo(Intake.Outcome.MORE);
        worker.run();
        String all = String.join(
                " ",
                peer.posts.stream()
                        .map(post -> post.field("Body").orElse("").replace("\n1 للمزيد", ""))
                        .toList());
        assertThat(all).isEqualTo(LONG.strip());
        assertThat(peer.posts)
                .hasSize(3)
                .allSatisfy(post -> assertThat(Segments.count(post.field("Body").orElse("")))
                        .isLessThanOrEqualTo(3));
        assertThat(desk.stored).isEmpty();
        assertThat(intake.take(typed("SM3", "1"))).isEqualTo(Intake.Outcome.ACCEPTED);
        assertThat(desk.stored.getFirst().content()).isEqualTo(new InboundMessage.Content.Words("1"));
    }

    @Test
    void withOptionsTheirNumbersStayPicksAndZeroAsksForMore() {
        ScriptedDesk desk = new ScriptedDesk();
        Intake intake = new Intake(desk, store, clock);
        sender(Channel.SMS).send(Samples.owed("T-1", 1, Samples.AMINA_SMS, LONG, "جواز سفر", "هوية"));
        assertThat(peer.posts.getFirst().field("Body").orElse("")).endsWith("\n0 للمزيد");
        assertThat(intake.take(typed("SM1", "1"))).isEqualTo(Intake.Outcome.ACCEPTED);
        assertThat(intake.take(typed("SM2", "0"))).isEqualTo(Intake.Outcome.MORE);
    }

    @Test
    void anAnswerThatFitsLeavesNothingToAskFor() {
        sender(Channel.SMS).send(Samples.owed("T-1", 1, Samples.AMINA_SMS, LONG));
        sender(Channel.SMS).send(Samples.owed("T-2", 1, Samples.AMINA_SMS, "تم"));
        assertThat(store.correspondents()
                        .find(Samples.AMINA_SMS)
                        .rest()
                        .orElseThrow()
                        .text())
                .isEmpty();
    }

    @Test
    void oneAfterTheOtherLeavesANumberAndACodeGoesBefore() {
        TwilioApi api = new TwilioApi(Samples.settings(peer.address()), Duration.ofSeconds(10));
        TwilioSender slow = new TwilioSender(Channel.SMS, api, store, new Pace(1), TwilioSettings.Contents.NONE, clock);
        assertThat(slow.send(Samples.owed("T-1", 1, Samples.AMINA_SMS, "1"))).isInstanceOf(Delivery.Sent.class);
        assertThat(slow.send(Samples.owed("T-2", 1, Samples.AMINA_SMS, "2")))
                .isEqualTo(new Delivery.Held("paced", Duration.ofSeconds(1)));
        assertThat(slow.send(Samples.owed("T-3", 1, Samples.AMINA_SMS, "3")))
                .isEqualTo(new Delivery.Held("paced", Duration.ofSeconds(2)));
        assertThat(slow.sendNow(Samples.owed("T-code-1", 1, Samples.AMINA_SMS, "code")))
                .isInstanceOf(Delivery.Sent.class);
        clock.pass(Duration.ofSeconds(1));
        assertThat(slow.send(Samples.owed("T-3", 1, Samples.AMINA_SMS, "3"))).isInstanceOf(Delivery.Held.class);
        assertThat(slow.send(Samples.owed("T-2", 1, Samples.AMINA_SMS, "2"))).isInstanceOf(Delivery.Sent.class);
        clock.pass(Duration.ofSeconds(1));
        assertThat(slow.send(Samples.owed("T-3", 1, Samples.AMINA_SMS, "3"))).isInstanceOf(Delivery.Sent.class);
        assertThat(peer.posts.stream().map(post -> post.field("Body").orElse("")))
                .containsExactly("1", "code", "2", "3");
    }

    @Test
    void ofTwoEqualMessagesWhoseEndsNobodySawEachFindsItsOwn() {
        peer.script.add(TwilioPeer.Answer.raw(500, "", true));
        peer.script.add(TwilioPeer.Answer.raw(500, "", true));
        TwilioSender sender = sender(Channel.SMS);
        for (int attempt = 1; attempt <= 2; attempt++) {
            for (String id : List.of("T-1", "T-2")) {
                sender.send(Samples.owed(id, attempt, Samples.AMINA_SMS, "تم"));
            }
        }
        assertThat(peer.posts).hasSize(2);
        assertThat(store.deliveries().begin("T-1", clock.instant()).sid())
                .isPresent()
                .isNotEqualTo(store.deliveries().begin("T-2", clock.instant()).sid());
    }

    @Test
    void optionsThatTheTextNamesAlreadyAreNotNamedTwice() {
        String text = "أي خدمة؟\n1. جواز سفر\n2. هوية";
        sender(Channel.SMS).send(Samples.owed("T-1", 1, Samples.AMINA_SMS, text, "جواز سفر", "هوية"));
        assertThat(peer.posts.getLast().field("Body")).contains(text);
        approved("HX" + "1".repeat(32)).send(Samples.owed("T-2", 1, Samples.AMINA_WHATSAPP, text, "جواز سفر", "هوية"));
        var variables =
                TwilioPeer.json(peer.posts.getLast().field("ContentVariables").orElseThrow());
        assertThat(variables.path("1").asText()).isEqualTo("أي خدمة؟");
    }

    @Test
    void aMessagingServiceTakesThePlaceOfANumber() {
        TwilioSettings service = new TwilioSettings(
                new TwilioSettings.Account(
                        Samples.ACCOUNT, new TwilioSettings.AuthToken(Samples.TOKEN), peer.address()),
                new TwilioSettings.Senders(
                        Optional.of("MG" + "1".repeat(32)),
                        Optional.empty(),
                        Optional.empty(),
                        TwilioSettings.Contents.NONE),
                URI.create("https://sawt.example.jo/"));
        Twilio twilio = Twilio.of(service, store, clock);
        assertThat(twilio.senders())
                .extracting(sender -> sender.channel())
                .isEqualTo(List.of(Channel.SMS, Channel.WHATSAPP));
        twilio.senders().getFirst().send(Samples.owed("T-1", 1, Samples.AMINA_SMS, "أهلا"));
        assertThat(peer.posts.getFirst().fields())
                .containsEntry("MessagingServiceSid", "MG" + "1".repeat(32))
                .doesNotContainKey("From");
    }

    @Test
    void whatsAppAfterADayOfSilenceTakesTheTemplateAlone() {
        store.correspondents().heard(Samples.AMINA_WHATSAPP, clock.instant());
        String template = "HX" + "1".repeat(32);
        TwilioSender sender = approved(template);
        clock.pass(Duration.ofHours(23));
        sender.send(Samples.owed("T-1", 1, Samples.AMINA_WHATSAPP, "أهلا"));
        assertThat(peer.posts.getLast().field("Body")).contains("أهلا");
        clock.pass(Duration.ofHours(2));
        assertThat(sender.send(Samples.owed("T-2", 1, Samples.AMINA_WHATSAPP, "تم حل\n شكواك")))
                .isInstanceOf(Delivery.Sent.class);
        assertThat(peer.posts.getLast().fields())
                .containsEntry("ContentSid", template)
                .doesNotContainKey("Body");
        assertThat(TwilioPeer.json(
                                peer.posts.getLast().field("ContentVariables").orElseThrow())
                        .path("2")
                        .asText())
                .isEqualTo("تم حل شكواك");
        assertThat(sender(Channel.WHATSAPP).send(Samples.owed("T-3", 1, Samples.AMINA_WHATSAPP, "أهلا")))
                .isEqualTo(new Delivery.Rejected("whatsapp-window-closed"));
        store.correspondents().heard(Samples.AMINA_WHATSAPP, clock.instant());
        sender.send(Samples.owed("T-4", 1, Samples.AMINA_WHATSAPP, "مرحبا"));
        assertThat(peer.posts.getLast().field("Body")).contains("مرحبا");
    }

    @Test
    void optionsOnWhatsAppAreButtonsWhereThereIsAContentForTheirNumber() {
        TwilioSender sender = approved("HX" + "1".repeat(32));
        sender.send(Samples.owed("T-1", 1, Samples.AMINA_WHATSAPP, "أي خدمة؟", "جواز سفر", "هوية"));
        assertThat(peer.posts.getLast().field("ContentSid")).contains("HX" + "2".repeat(32));
        var variables =
                TwilioPeer.json(peer.posts.getLast().field("ContentVariables").orElseThrow());
        assertThat(variables.path("1").asText()).isEqualTo("أي خدمة؟");
        assertThat(variables.path("2").asText()).isEqualTo("جواز سفر");
        assertThat(variables.path("4").asText()).isEqualTo("هوية");
        sender.send(Samples.owed("T-2", 1, Samples.AMINA_WHATSAPP, "أي خدمة؟", "جواز سفر", "هوية", "رخصة"));
        assertThat(peer.posts.getLast().field("Body")).contains("أي خدمة؟\n1. جواز سفر\n2. هوية\n3. رخصة");
    }

    @Test
    void aTemplateWhoseEndNobodySawIsLookedUpBeforeItIsSentAgain() {
        store.correspondents().heard(Samples.AMINA_WHATSAPP, clock.instant());
        clock.pass(Duration.ofHours(25));
        peer.now = clock.instant();
        peer.script.add(TwilioPeer.Answer.raw(500, "", true));
        TwilioSender sender = approved("HX" + "1".repeat(32));
        assertThat(sender.send(Samples.owed("T-1", 1, Samples.AMINA_WHATSAPP, "أهلا")))
                .isInstanceOf(Delivery.Deferred.class);
        assertThat(sender.send(Samples.owed("T-1", 2, Samples.AMINA_WHATSAPP, "أهلا")))
                .isInstanceOf(Delivery.Sent.class);
        assertThat(peer.posts).hasSize(1);
    }

    private TwilioMessage typed(String sid, String text) {
        return TwilioMessage.from(new TwilioForm(Samples.sms(sid, text)), clock.instant())
                .orElseThrow();
    }

    private Delivery send(int attempt, String text) {
        Contact to = Samples.AMINA_SMS;
        return sender(Channel.SMS).send(Samples.owed("T-1", attempt, to, text));
    }

    private TwilioSender approved(String template) {
        var lists = TwilioSettings.OptionLists.parse("2=HX" + "2".repeat(32));
        return sender(
                Channel.WHATSAPP,
                Duration.ofSeconds(10),
                new TwilioSettings.Contents(Optional.of(template), Optional.of(lists)));
    }

    private TwilioSender sender(Channel channel) {
        return sender(channel, Duration.ofSeconds(10));
    }

    private TwilioSender sender(Channel channel, Duration answer) {
        return sender(channel, answer, TwilioSettings.Contents.NONE);
    }

    private TwilioSender sender(Channel channel, Duration answer, TwilioSettings.Contents contents) {
        TwilioApi api = new TwilioApi(Samples.settings(peer.address()), answer);
        return new TwilioSender(channel, api, store, new Pace(1_000), contents, clock);
    }
}
