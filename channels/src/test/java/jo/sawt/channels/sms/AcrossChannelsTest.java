package jo.sawt.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jo.sawt.channels.journey.SawtProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One matter over web chat, SMS and email in the real program, and how the operator sees the channels: with Twilio's
 * resource and the mail servers on loopback.
 */
class AcrossChannelsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final String WEBHOOK = "/channels/twilio/messages";
    private static final String MAILBOX = "amina@example.jo";
    private static final Pattern CODE = Pattern.compile("\\b[0-9]{6}\\b");

    private final GreenMail mail = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger numbers = new AtomicInteger();

    @TempDir
    Path folder;

    private TwilioPeer peer;
    private SawtProcess server;
    private GreenMailUser desk;
    private GreenMailUser amina;
    private String token = "";

    @BeforeEach
    void start() throws IOException {
        mail.start();
        desk = mail.setUser("desk@sawt.example.jo", "desk", "secret");
        amina = mail.setUser(MAILBOX, "amina", "secret");
        peer = new TwilioPeer();
        peer.now = Clock.systemUTC().instant();
        server = new SawtProcess(
                        folder,
                        Map.of(
                                "TWILIO_ACCOUNT_SID",
                                Samples.ACCOUNT,
                                "TWILIO_AUTH_TOKEN",
                                Samples.TOKEN,
                                "TWILIO_SMS_FROM",
                                Samples.OURS,
                                "TWILIO_WHATSAPP_FROM",
                                Samples.OURS,
                                "TWILIO_API_URL",
                                peer.address().toString(),
                                "SAWT_PUBLIC_URL",
                                Samples.PUBLIC.toString(),
                                "IMAP_URL",
                                "imap://desk:secret@127.0.0.1:" + mail.getImap().getPort(),
                                "SMTP_URL",
                                "smtp://127.0.0.1:" + mail.getSmtp().getPort(),
                                "MAIL_FROM",
                                "desk@sawt.example.jo"))
                .start();
    }

    @AfterEach
    void stop() {
        server.close();
        peer.close();
        mail.stop();
        http.close();
    }

    @Test
    void aMatterOfWebChatGoesOnBySmsAndByEmailAndAnswersFollow() throws Exception {
        String session =
                post("/api/v1/chat/sessions", "{}", 201).path("session").asText();
        String messages = "/api/v1/chat/sessions/" + session + "/messages";
        post(messages, said("الموظف بدائرة الأراضي ما رد علي والمعاملة واقفة من شهر"), 202);
        await().atMost(LONGEST)
                .until(() -> get(messages, 200)
                        .path("items")
                        .findValuesAsText("from")
                        .contains("assistant"));
        String reference = get(messages, 200).path("ticket").asText();

        JsonNode shown = post("/api/v1/chat/sessions/" + session + "/codes", "", 200);
        assertThat(shown.path("ticket").asText()).isEqualTo(reference);
        String code = shown.path("code").asText();

        sms(Samples.AMINA, "رقم المعاملة " + reference + " والرمز " + code);
        await().atMost(LONGEST).until(() -> smsTo(Samples.AMINA).stream().anyMatch(text -> text.contains(reference)));
        assertThat(smsTo(Samples.AMINA).getLast()).startsWith("أهلا بك");
        sms("+962790000666", reference + " " + code);
        await().atMost(LONGEST).until(() -> !smsTo("+962790000666").isEmpty());
        assertThat(smsTo("+962790000666").getLast()).as("a code is good once").startsWith("الرمز غير صحيح");

        int before = smsTo(Samples.AMINA).size();
        signIn();
        reply(reference, "نعمل على معاملتك");
        await().atMost(LONGEST).until(() -> smsTo(Samples.AMINA).size() > before);
        assertThat(smsTo(Samples.AMINA).getLast()).contains("نعمل على معاملتك");
        await().atMost(LONGEST)
                .until(() -> get(messages, 200).path("items").toString().contains("نعمل على معاملتك"));

        write("معاملتي " + reference, "أريد المتابعة بالبريد");
        await().atMost(LONGEST).until(() -> letters().size() == 1);
        assertThat(letters().getLast()).contains("فقد أرسلنا رمزا").doesNotContainPattern(CODE);
        await().atMost(LONGEST)
                .until(() -> CODE.matcher(smsTo(Samples.AMINA).getLast()).find());
        Matcher sent = CODE.matcher(smsTo(Samples.AMINA).getLast());
        assertThat(sent.find()).isTrue();
        write("Re: معاملتي", sent.group());
        await().atMost(LONGEST).until(() -> letters().size() == 2);
        assertThat(letters().getLast()).contains("أهلا بك", reference);

        int texts = smsTo(Samples.AMINA).size();
        reply(reference, "صدر القرار");
        await().atMost(LONGEST).until(() -> letters().size() == 3);
        assertThat(letters().getLast()).contains("صدر القرار");
        assertThat(smsTo(Samples.AMINA)).as("the last message was by email").hasSize(texts);

        sms(Samples.AMINA, "ردوا علي بالبريد");
        await().atMost(LONGEST).until(() -> letters().size() == 4);
        assertThat(letters().getLast()).contains("البريد الإلكتروني");
        sms(Samples.AMINA, "شكرا لكم");
        reply(reference, "على الرحب");
        await().atMost(LONGEST).until(() -> letters().stream().anyMatch(text -> text.contains("على الرحب")));
        assertThat(smsTo(Samples.AMINA)).as("email is preferred").hasSize(texts);

        JsonNode ticket = get("/api/v1/tickets/" + reference, 200);
        assertThat(ticket.path("contact").path("channel").asText()).isEqualTo("email");
        assertThat(text("/observe/metrics"))
                .contains("sawt_joins_total{result=\"proved\"", "sawt_joins_total{result=\"wrong\"")
                .doesNotContain(MAILBOX)
                .doesNotContain(Samples.AMINA);
        assertThat(server.output()).doesNotContain(code, sent.group(), MAILBOX, Samples.AMINA);
    }

    @Test
    void theOperatorSeesHowEachChannelStandsAndWhatWasHeldBack() throws Exception {
        signIn();
        await().atMost(LONGEST)
                .until(() -> !standing("email").path("connectedSince").isNull());
        for (String channel : List.of("web", "sms", "whatsapp", "email")) {
            JsonNode standing = standing(channel);
            assertThat(standing.path("on").asBoolean()).as(channel).isTrue();
            assertThat(standing.path("connectedSince").asText()).as(channel).startsWith("20");
            assertThat(standing.path("lastIn").isNull()).as(channel).isTrue();
            assertThat(standing.path("lastOut").isNull()).as(channel).isTrue();
            assertThat(standing.path("waiting").asInt()).as(channel).isZero();
            assertThat(standing.path("failing")).as(channel).isEmpty();
        }
        String session =
                post("/api/v1/chat/sessions", "{}", 201).path("session").asText();
        post("/api/v1/chat/sessions/" + session + "/messages", said("كم رسوم تجديد جواز السفر؟"), 202);
        sms(Samples.AMINA, "كم رسوم تجديد جواز السفر؟");
        whatsApp("كم رسوم تجديد جواز السفر؟");
        write("سؤال", "كم رسوم تجديد جواز السفر؟");
        for (String channel : List.of("sms", "whatsapp", "email")) {
            await().atMost(LONGEST)
                    .until(() -> !standing(channel).path("lastOut").isNull());
            assertThat(standing(channel).path("lastIn").asText()).as(channel).startsWith("20");
        }
        assertThat(standing("web").path("lastIn").asText()).startsWith("20");

        peer.script.add(TwilioPeer.Answer.raw(503, "", false));
        sms("+962790000002", "كم رسوم تجديد جواز السفر؟");
        await().atMost(LONGEST).until(() -> !standing("sms").path("failing").isEmpty());
        assertThat(standing("sms").path("failing").path(0).path("code").asText())
                .isNotEmpty();
        assertThat(standing("sms").path("waiting").asInt()).isEqualTo(1);
        await().atMost(LONGEST).until(() -> standing("sms").path("failing").isEmpty());
        assertThat(standing("sms").path("waiting").asInt()).isZero();

        MimeMessage machine = letter("Automatic reply", "أنا في إجازة");
        machine.setHeader("Auto-Submitted", "auto-replied");
        desk.deliver(machine);
        await().atMost(LONGEST)
                .until(() -> get("/api/v1/quarantine", 200).path("total").asInt() == 1);
        JsonNode kept = get("/api/v1/quarantine", 200).path("items").path(0);
        assertThat(kept.path("reason").asText()).isEqualTo("auto-submitted");
        assertThat(kept.path("ticket").isNull()).isTrue();
        String one = "/api/v1/quarantine/" + kept.path("id").asText();
        JsonNode whole = get(one, 200);
        assertThat(whole.path("from").asText()).isEqualTo(MAILBOX);
        assertThat(whole.path("text").asText()).contains("أنا في إجازة");
        assertThat(text(one + "/raw")).contains("Auto-Submitted: auto-replied");
        JsonNode again = post(one + "/reprocess", "", 200);
        assertThat(again.path("outcome").asText()).isEqualTo("accepted");
        assertThat(get(one, 200).path("ticket").asText())
                .isEqualTo(again.path("ticket").asText());
        assertThat(get("/api/v1/tickets/" + again.path("ticket").asText(), 200)
                        .path("timeline")
                        .toString())
                .contains("أنا في إجازة");
        get("/api/v1/quarantine/none", 404);
        get("/api/v1/quarantine?limit=0", 422);
        token = "";
        get("/api/v1/channels", 401);
        get("/api/v1/quarantine", 401);

        mail.stop();
        signIn();
        await().atMost(LONGEST).until(() -> !standing("email").path("failing").isEmpty());
        assertThat(standing("email").path("failing").path(0).path("code").asText())
                .startsWith("mailbox-");
        assertThat(standing("email").path("connectedSince").isNull()).isTrue();
    }

    private JsonNode standing(String channel) throws Exception {
        for (JsonNode each : get("/api/v1/channels", 200).path("items")) {
            if (each.path("channel").asText().equals(channel)) {
                return each;
            }
        }
        throw new AssertionError("no channel " + channel);
    }

    private void signIn() throws Exception {
        token = "";
        String body = JSON.createObjectNode()
                .put("username", "admin")
                .put("password", SawtProcess.ADMIN_PASSWORD)
                .toString();
        token = post("/api/v1/sign-in", body, 200).path("token").asText();
    }

    private void reply(String reference, String text) throws Exception {
        String body = JSON.createObjectNode()
                .put("text", text)
                .put("clientId", "r" + numbers.incrementAndGet())
                .toString();
        post("/api/v1/tickets/" + reference + "/replies", body, 200);
    }

    private String said(String text) {
        ObjectNode body = JSON.createObjectNode().put("clientId", "m" + numbers.incrementAndGet());
        return body.put("text", text).toString();
    }

    private void sms(String from, String text) throws Exception {
        Map<String, String> form = Samples.sms("SMacross" + numbers.incrementAndGet(), text);
        form.put("From", from);
        webhook(form);
    }

    private void whatsApp(String text) throws Exception {
        webhook(Samples.whatsapp("SMacross" + numbers.incrementAndGet(), text));
    }

    private void webhook(Map<String, String> form) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.uri(WEBHOOK))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", Samples.signature(Samples.PUBLIC + WEBHOOK, form))
                .POST(HttpRequest.BodyPublishers.ofString(Samples.encoded(form)))
                .build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(200);
    }

    private List<String> smsTo(String number) {
        return peer.posts.stream()
                .filter(post -> post.field("To").orElse("").equals(number))
                .map(post -> post.field("Body").orElse(""))
                .toList();
    }

    private void write(String subject, String text) throws Exception {
        desk.deliver(letter(subject, text));
    }

    private static MimeMessage letter(String subject, String text) throws Exception {
        MimeMessage letter = new MimeMessage(Session.getInstance(new Properties()));
        letter.setFrom(new InternetAddress(MAILBOX));
        letter.setRecipients(Message.RecipientType.TO, "desk@sawt.example.jo");
        letter.setSubject(subject, "UTF-8");
        letter.setText(text, "UTF-8");
        letter.saveChanges();
        return letter;
    }

    /** What Amina has got by email, as text. */
    private List<String> letters() throws Exception {
        List<String> texts = new ArrayList<>();
        // A copy, since letters go on coming in.
        var stored = List.copyOf(
                mail.getManagers().getImapHostManager().getInbox(amina).getMessages());
        for (var letter : stored) {
            Multipart both = (Multipart) letter.getMimeMessage().getContent();
            texts.add(String.valueOf(both.getBodyPart(0).getContent()));
        }
        return texts;
    }

    private JsonNode get(String path, int expected) throws Exception {
        return call(request(path).GET(), expected);
    }

    private JsonNode post(String path, String body, int expected) throws Exception {
        HttpRequest.BodyPublisher publisher = body.isEmpty()
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8);
        return call(request(path).header("Content-Type", "application/json").POST(publisher), expected);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server.uri(path).toString()));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private JsonNode call(HttpRequest.Builder request, int expected) throws Exception {
        HttpResponse<String> reply = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(reply.statusCode())
                .as(reply.uri().getPath() + " " + reply.body())
                .isEqualTo(expected);
        return JSON.readTree(reply.body());
    }

    private String text(String path) throws Exception {
        return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
