package jo.sawt.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jo.sawt.ticketing.InboundMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TwilioWebhookTest {
    private static final String MESSAGES = "/channels/twilio/messages";
    private static final String STATUS = "/channels/twilio/status?id=ACDEFGHJK4-2";

    private final TestClock clock = new TestClock();
    private final ScriptedDesk desk = new ScriptedDesk();
    private final HttpClient http = HttpClient.newHttpClient();
    private TestStore memory;
    private TwilioStore store;
    private TwilioPeer peer;
    private Twilio twilio;
    private WebServer server;
    private Runnable worker;

    @BeforeEach
    void start() throws IOException {
        memory = new TestStore();
        store = memory.open();
        peer = new TwilioPeer();
        twilio = Twilio.of(Samples.settings(peer.address()), store, clock);
        worker = twilio.worker(desk, (id, code) -> false);
        server = WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .routing(routing -> routing.register("/channels/twilio", twilio.routes(desk, (id, code) -> false)))
                .build()
                .start();
    }

    @AfterEach
    void stop() {
        server.stop();
        peer.close();
        memory.close();
    }

    @Test
    void aSignedMessageIsStoredAndAnsweredWithEmptyTwiml() throws Exception {
        HttpResponse<String> response = signed(MESSAGES, Samples.sms("SM1", "بدي أجدد جواز سفري 👋"));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/xml");
        assertThat(response.body()).endsWith("<Response></Response>");
        assertThat(desk.stored).singleElement().satisfies(message -> {
            assertThat(message.contact()).isEqualTo(Samples.AMINA_SMS);
            assertThat(message.key()).isEqualTo("twilio:SM1");
        });
        assertThat(desk.words()).containsExactly("بدي أجدد جواز سفري 👋");
    }

    @Test
    void fiveEqualWebhooksAtOnceGiveOneMessageAndFiveAnswers() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                answers.add(threads.submit(
                        () -> signed(MESSAGES, Samples.sms("SM1", "مرحبا")).statusCode()));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        assertThat(desk.words()).containsExactly("مرحبا");
    }

    @Test
    void aTokenThatCameBeforeIsARepeatAlsoUnderAnotherMessageIdAndFiveAtOnce() throws Exception {
        Map<String, String> media = Samples.sms("SM0", "هذه صورة الهوية");
        media.put("NumMedia", "1");
        media.put("MediaUrl0", "https://api.twilio.com/2010-04-01/Accounts/A/Messages/M/Media/0");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                Map<String, String> form = new LinkedHashMap<>(media);
                form.put("MessageSid", "SM" + i);
                answers.add(threads.submit(
                        () -> withToken("6b9f2c4e-5f0d-4d3f", form).statusCode()));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        assertThat(desk.words()).containsExactly("هذه صورة الهوية");
        String key = desk.stored.getFirst().key();
        assertThat(claimed().id()).isEqualTo(key + ":0");
        assertThat(store.media().claim(clock.instant(), Duration.ofMinutes(1))).isEmpty();
        withToken("a token of its own", Samples.sms("SM9", "شكرا"));
        withToken("x".repeat(300), Samples.sms("SM10", "مرحبا"));
        withToken("x".repeat(300), Samples.sms("SM11", "وينكم"));
        assertThat(desk.words()).containsExactly("هذه صورة الهوية", "شكرا", "مرحبا", "وينكم");
    }

    @Test
    void aRepeatOfATokenIsStoredWhereTheFirstWasNot() throws Exception {
        desk.away = true;
        assertThat(withToken("t-1", Samples.sms("SM1", "مرحبا")).statusCode()).isEqualTo(503);
        desk.away = false;
        assertThat(withToken("t-1", Samples.sms("SM1", "مرحبا")).statusCode()).isEqualTo(200);
        assertThat(desk.words()).containsExactly("مرحبا");
    }

    @Test
    void aTokenWithoutARightSignatureHoldsNothingBack() throws Exception {
        Map<String, String> form = Samples.sms("SM1", "مرحبا");
        assertThat(post(MESSAGES, form, Optional.of("x"), Optional.of("t-1")).statusCode())
                .isEqualTo(403);
        withToken("t-1", Samples.sms("SM2", "أهلا"));
        assertThat(desk.words()).containsExactly("أهلا");
    }

    @Test
    void aRepeatedStopDoesNotComeAfterTheStartThatFollowedIt() throws Exception {
        for (Optional<String> token : List.of(Optional.of("t-1"), Optional.<String>empty())) {
            Map<String, String> stop = Samples.sms(token.isPresent() ? "SM1" : "SM3", "إيقاف");
            Map<String, String> start = Samples.sms(token.isPresent() ? "SM2" : "SM4", "اشتراك");
            post(MESSAGES, stop, signature(stop), token);
            assertThat(store.correspondents().find(Samples.AMINA_SMS).hasOptedOut())
                    .isTrue();
            clock.pass(Duration.ofSeconds(5));
            signed(MESSAGES, start);
            clock.pass(Duration.ofSeconds(5));
            stop.put("MessageSid", token.isPresent() ? "SM5" : "SM3");
            post(MESSAGES, stop, signature(stop), token);
            assertThat(store.correspondents().find(Samples.AMINA_SMS).hasOptedOut())
                    .isFalse();
        }
        worker.run();
        assertThat(peer.posts).hasSize(4);
    }

    @Test
    void fieldsThatNobodyKnowsAreCoveredByTheSignature() throws Exception {
        Map<String, String> form = Samples.sms("SM1", "مرحبا");
        form.put("SomethingNew", "قيمة");
        assertThat(signed(MESSAGES, form).statusCode()).isEqualTo(200);
        String signature = Samples.signature(Samples.PUBLIC + MESSAGES, form);
        form.put("SomethingNew", "another");
        assertThat(post(MESSAGES, form, Optional.of(signature)).statusCode()).isEqualTo(403);
    }

    @Test
    void withoutARightSignatureNothingIsTaken() throws Exception {
        Map<String, String> form = Samples.sms("SM1", "مرحبا");
        assertThat(post(MESSAGES, form, Optional.empty()).statusCode()).isEqualTo(403);
        assertThat(post(MESSAGES, form, Optional.of("RSOYDt4T1cUTdK1PDd93/VVr8B8="))
                        .statusCode())
                .isEqualTo(403);
        assertThat(twilio.forgedSince()).contains(clock.instant());
        clock.pass(Duration.ofMinutes(50));
        assertThat(post(STATUS, form, Optional.empty()).statusCode()).isEqualTo(403);
        assertThat(desk.stored).isEmpty();
        assertThat(twilio.forgedSince()).contains(Samples.NOW);
        clock.pass(Duration.ofMinutes(61));
        assertThat(twilio.forgedSince()).isEmpty();
    }

    @Test
    void garbageIsRefusedAsUnsigned() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(at(MESSAGES))
                .header("X-Twilio-Signature", "x")
                .POST(HttpRequest.BodyPublishers.ofString("Body=%zz&%"))
                .build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aBodyTooLargeForAMessageIsRefused() throws Exception {
        Map<String, String> form = Samples.sms("SM1", "x".repeat(70_000));
        assertThat(signed(MESSAGES, form).statusCode()).isEqualTo(413);
    }

    @Test
    void whileTheStoreIsAwayTwilioIsTold() throws Exception {
        desk.away = true;
        HttpResponse<String> response = signed(MESSAGES, Samples.sms("SM1", "مرحبا"));
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        desk.away = false;
        assertThat(signed(MESSAGES, Samples.sms("SM1", "مرحبا")).statusCode()).isEqualTo(200);
        assertThat(desk.words()).hasSize(1);
    }

    @Test
    void whatsAppComesUnderTheNumberThatWaIdNames() throws Exception {
        Map<String, String> form = Samples.whatsapp("SM1", "شو الأوراق؟");
        form.put("From", "whatsapp:ID.1234567890");
        signed(MESSAGES, form);
        assertThat(desk.stored)
                .singleElement()
                .satisfies(message -> assertThat(message.contact()).isEqualTo(Samples.AMINA_WHATSAPP));
    }

    @Test
    void aWhatsAppButtonIsAChoiceAndATypedNumberIsWords() throws Exception {
        Map<String, String> button = Samples.whatsapp("SM1", "تجديد جواز السفر");
        button.put("MessageType", "button");
        button.put("ButtonText", "تجديد جواز السفر");
        button.put("ButtonPayload", "passport-renewal");
        Map<String, String> list = Samples.whatsapp("SM2", "");
        list.put("ListId", "id-renewal");
        list.put("ListTitle", "تجديد الهوية");
        signed(MESSAGES, button);
        signed(MESSAGES, list);
        signed(MESSAGES, Samples.whatsapp("SM3", "٢"));
        assertThat(desk.words()).containsExactly("choice passport-renewal", "choice id-renewal", "٢");
    }

    @Test
    void mediaAreAnnouncedAndOwedAndPlacesAreWords() throws Exception {
        Map<String, String> media = Samples.whatsapp("SM1", "");
        media.put("NumMedia", "2");
        media.put("MediaContentType0", "image/jpeg");
        media.put("MediaUrl0", "https://api.twilio.com/2010-04-01/Accounts/A/Messages/M/Media/0");
        media.put("MediaContentType1", "application/pdf");
        media.put("MediaUrl1", "https://api.twilio.com/2010-04-01/Accounts/A/Messages/M/Media/1");
        Map<String, String> place = Samples.whatsapp("SM2", "");
        place.put("Latitude", "31.9539");
        place.put("Longitude", "35.9106");
        place.put("Address", "وسط البلد");
        signed(MESSAGES, media);
        signed(MESSAGES, place);
        assertThat(desk.stored.getFirst().content()).isEqualTo(new InboundMessage.Content.Words("", List.of(), 2));
        assertThat(desk.words()).containsExactly("", "وسط البلد 31.9539,35.9106");
        signed(MESSAGES, media);
        assertThat(List.of(claimed().number(), claimed().number())).containsExactlyInAnyOrder(0, 1);
        assertThat(store.media().claim(clock.instant(), Duration.ofMinutes(1))).isEmpty();
    }

    private Medium claimed() {
        return store.media()
                .claim(clock.instant(), Duration.ofMinutes(1))
                .orElseThrow()
                .medium();
    }

    @Test
    void aMachineThatHasNoNumberOpensNothing() throws Exception {
        Map<String, String> form = Samples.sms("SM1", "Your code is 1234");
        form.put("From", "AMMAN");
        assertThat(signed(MESSAGES, form).statusCode()).isEqualTo(200);
        assertThat(desk.stored).isEmpty();
    }

    @Test
    void anArabicStopIsKeptConfirmedOnceAndKeepsAnswersBack() throws Exception {
        signed(MESSAGES, Samples.sms("SM1", "إيقاف"));
        signed(MESSAGES, Samples.sms("SM1", "إيقاف"));
        worker.run();
        signed(MESSAGES, Samples.sms("SM1", "إيقاف"));
        worker.run();
        assertThat(desk.stored).isEmpty();
        assertThat(peer.posts)
                .singleElement()
                .satisfies(form -> assertThat(form.field("Body").orElse("")).contains("اشتراك"));
        assertThat(store.correspondents().find(Samples.AMINA_SMS).hasOptedOut()).isTrue();
        clock.pass(Duration.ofMinutes(1));
        signed(MESSAGES, Samples.sms("SM2", "اشتراك"));
        assertThat(store.correspondents().find(Samples.AMINA_SMS).hasOptedOut()).isFalse();
    }

    @Test
    void aKeywordThatTwilioHasAnsweredIsKeptInSilence() throws Exception {
        signed(MESSAGES, Samples.sms("SM1", "STOP"));
        Map<String, String> advanced = Samples.whatsapp("SM2", "كفاية");
        advanced.put("OptOutType", "STOP");
        signed(MESSAGES, advanced);
        worker.run();
        assertThat(peer.posts).isEmpty();
        assertThat(store.correspondents().find(Samples.AMINA_SMS).hasOptedOut()).isTrue();
        assertThat(store.correspondents().find(Samples.AMINA_WHATSAPP).hasOptedOut())
                .isTrue();
    }

    @Test
    void aRefusalIsToldToTheCitizenOnceInAWhile() throws Exception {
        desk.refusal = Optional.of("sms.help");
        assertThat(signed(MESSAGES, Samples.sms("SM1", "مرحبا")).statusCode()).isEqualTo(200);
        signed(MESSAGES, Samples.sms("SM2", "مرحبا"));
        worker.run();
        assertThat(peer.posts).hasSize(1);
        clock.pass(Duration.ofMinutes(61));
        signed(MESSAGES, Samples.sms("SM3", "مرحبا"));
        worker.run();
        assertThat(peer.posts).hasSize(2);
    }

    @Test
    void aStatusMovesForwardOnly() throws Exception {
        store.deliveries().begin("ACDEFGHJK4-2", clock.instant());
        for (String status : List.of("sent", "delivered", "sending", "failed", "queued")) {
            assertThat(signed(STATUS, status(status)).statusCode()).isEqualTo(204);
        }
        assertThat(store.deliveries().find("ACDEFGHJK4-2").orElseThrow().status())
                .isEqualTo(DeliveryStatus.DELIVERED);
        signed(STATUS, status("read"));
        assertThat(store.deliveries().find("ACDEFGHJK4-2").orElseThrow().status())
                .isEqualTo(DeliveryStatus.READ);
    }

    @Test
    void aReportThatThePersonHasStoppedUsIsKept() throws Exception {
        store.deliveries().begin("ACDEFGHJK4-2", clock.instant());
        Map<String, String> form = status("failed");
        form.put("ErrorCode", "21610");
        signed(STATUS, form);
        assertThat(store.correspondents().find(Samples.AMINA_SMS).hasOptedOut()).isTrue();
    }

    private static Map<String, String> status(String status) {
        Map<String, String> form = Samples.sms("SM9", "");
        form.put("From", Samples.OURS);
        form.put("To", Samples.AMINA);
        form.put("MessageStatus", status);
        form.put("SmsStatus", status);
        return form;
    }

    private HttpResponse<String> signed(String target, Map<String, String> form) throws Exception {
        return post(target, form, Optional.of(Samples.signature(Samples.PUBLIC + target, form)));
    }

    private HttpResponse<String> withToken(String token, Map<String, String> form) throws Exception {
        return post(MESSAGES, form, signature(form), Optional.of(token));
    }

    private static Optional<String> signature(Map<String, String> form) {
        return Optional.of(Samples.signature(Samples.PUBLIC + MESSAGES, form));
    }

    private HttpResponse<String> post(String target, Map<String, String> form, Optional<String> signature)
            throws Exception {
        return post(target, form, signature, Optional.empty());
    }

    private HttpResponse<String> post(
            String target, Map<String, String> form, Optional<String> signature, Optional<String> token)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(target))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Samples.encoded(form)));
        signature.ifPresent(value -> request.header("X-Twilio-Signature", value));
        token.ifPresent(value -> request.header("I-Twilio-Idempotency-Token", value));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI at(String target) {
        return URI.create("http://127.0.0.1:" + server.port() + target);
    }
}
