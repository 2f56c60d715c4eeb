package jo.sawt.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import jo.sawt.channels.email.mongo.MongoMail;
import jo.sawt.ticketing.Author;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Contact;
import jo.sawt.ticketing.Files;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.OutboundMessage;
import jo.sawt.ticketing.Reply;
import jo.sawt.ticketing.mongo.MongoAttachments;
import jo.sawt.ticketing.mongo.MongoTickets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose matter a letter is written into, and what machines may do to it. */
class MailSafetyTest {
    private static final Contact AMINA = new Contact(Channel.EMAIL, "amina@example.jo");
    private static final String LETTER = KeptDesk.TICKET + "-4";

    private final MongoServer server = new MongoServer(H2Backend.inMemory());
    private final KeptDesk desk = new KeptDesk();
    private final Instant now = Instant.parse("2026-03-01T09:00:00Z");
    private final InstantSource clock = () -> now;
    private final MailSettings settings = new MailSettings(
            List.of(),
            MailServer.parse("smtp://127.0.0.1:2"),
            "desk@sawt.example.jo",
            Optional.of("desk+{}@sawt.example.jo"),
            MailSettings.Brakes.USUAL,
            Optional.empty());
    private MongoClient client;
    private MailStore store;
    private Files files;
    private Marks marks;

    @BeforeEach
    void aLetterWentToAmina() {
        client = MongoClients.create(
                Optional.ofNullable(System.getenv("MONGODB_TEST_URI")).orElseGet(server::bindAndGetConnectionString));
        MongoDatabase database =
                client.getDatabase("mail_" + UUID.randomUUID().toString().replace("-", ""));
        store = MongoMail.open(database);
        files = new Files(MongoAttachments.open(database, clock), MongoTickets.open(database, clock), clock);
        marks = new Marks(store.key().bytes(), settings);
        store.sent()
                .sent(
                        new OutboundMessage(
                                LETTER, 1, KeptDesk.TICKET, AMINA, Lang.AR, Author.AGENT, Reply.of("وصلتنا شكواك")),
                        now);
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    private String take(String headers, String text) {
        byte[] raw = (headers + "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text)
                .getBytes(StandardCharsets.UTF_8);
        return new MailIntake(desk, desk, files, store, settings, clock)
                .take(raw)
                .outcome();
    }

    private Contact writtenTo() {
        return desk.stored.getLast().contact();
    }

    private String replyAddress() {
        return marks.replyTo(KeptDesk.TICKET).orElseThrow();
    }

    @Test
    void theSignedAddressLeadsIntoTheMatterFromAnotherMailboxToo() {
        take(
                "From: office@example.com\r\nMessage-ID: <1@x>\r\nTo: "
                        + replyAddress().toUpperCase(Locale.ROOT),
                "من عملي");
        assertThat(writtenTo()).isEqualTo(AMINA);
        assertThat(desk.words().getLast()).contains("office@example.com").endsWith("من عملي");
    }

    @Test
    void theSignedLetterThatIsAnsweredLeadsIntoTheMatter() {
        take(
                "From: office@example.com\r\nMessage-ID: <1@x>\r\nTo: desk@sawt.example.jo\r\nReferences: <0@y> "
                        + marks.messageId(LETTER),
                "تابع");
        assertThat(writtenTo()).isEqualTo(AMINA);
    }

    @Test
    void theSignedAddressOutranksTheLetterThatIsAnswered() {
        Contact ali = new Contact(Channel.EMAIL, "ali@example.jo");
        var other = KeptDesk.reference("CDEFGHJKA");
        store.sent()
                .sent(new OutboundMessage(other + "-2", 1, other, ali, Lang.AR, Author.AGENT, Reply.of("مرحبا")), now);
        take(
                "From: x@example.com\r\nMessage-ID: <1@x>\r\nTo: " + replyAddress() + "\r\nIn-Reply-To: "
                        + marks.messageId(other + "-2"),
                "إلى أيّهما؟");
        assertThat(writtenTo()).isEqualTo(AMINA);
    }

    @ParameterizedTest
    @CsvSource({
        "desk+t-REF-0123456789abcdef@sawt.example.jo, <0@y>",
        "desk@sawt.example.jo, <REF-4.0123456789abcdef.sawt@sawt.example.jo>",
        "desk@sawt.example.jo, <REF-4.sawt@sawt.example.jo>",
        "desk@sawt.example.jo, <a1@example.jo>"
    })
    void aStrangerNeverWritesIntoAnothersMatter(String to, String references) {
        store.threads().heard(AMINA, new MailThreads.Heard("<a1@example.jo>", "<a1@example.jo>", "جواز"));
        String reference = KeptDesk.TICKET.value();
        take(
                "From: stranger@example.com\r\nMessage-ID: <1@x>\r\nSubject: Re: " + reference + "\r\nTo: "
                        + to.replace("REF", reference) + "\r\nReferences: " + references.replace("REF", reference),
                "أنا غيري");
        assertThat(writtenTo()).isEqualTo(new Contact(Channel.EMAIL, "stranger@example.com"));
    }

    @Test
    void aSignatureForOnePurposeServesNoOther() {
        String bounce =
                marks.returnPath(LETTER).orElseThrow().replace("+b-", "+t-").replace("-4-", "-");
        take("From: stranger@example.com\r\nMessage-ID: <1@x>\r\nTo: " + bounce, "محاولة");
        assertThat(writtenTo()).isNotEqualTo(AMINA);
    }

    private static String status(String id, String action, String code) {
        return "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\nFrom: MAILER-DAEMON@mx\r\n"
                + "Message-ID: <" + action + code
                + "@mx>\r\nTo: desk@sawt.example.jo\r\n\r\n--b\r\n\r\nSorry\r\n--b\r\n"
                + "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\nAction: " + action
                + "\r\nStatus: " + code + "\r\n\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: " + id
                + "\r\n\r\n--b--\r\n";
    }

    private String report(String raw) {
        return new MailIntake(desk, desk, files, store, settings, clock)
                .take(raw.getBytes(StandardCharsets.UTF_8))
                .outcome();
    }

    @Test
    void aBounceIsToldToTheDeskAndOpensNothing() {
        assertThat(report(status(marks.messageId(LETTER), "delayed", "4.4.1"))).isEqualTo("report-delayed");
        assertThat(desk.returned).isEmpty();
        assertThat(report(status(marks.messageId(LETTER), "failed", "5.1.1"))).isEqualTo("report-failed");
        assertThat(desk.returned).containsExactly(LETTER + " bounce-5.1.1");
        assertThat(desk.stored).isEmpty();
        assertThat(store.sent().find(Marks.plain(LETTER)).orElseThrow().fate()).contains(DeliveryFate.FAILED);
        assertThat(store.quarantine().size()).isEqualTo(2);
    }

    @Test
    void aBounceOfALetterThatWeDidNotSignIsKeptAndTellsNothing() {
        assertThat(report(status("<" + LETTER + ".0123456789abcdef.sawt@sawt.example.jo>", "failed", "5.1.1")))
                .isEqualTo("report");
        assertThat(desk.returned).isEmpty();
    }

    @Test
    void aBounceInNoKnownFormIsMatchedByTheAddressThatItWentTo() {
        String raw = "Return-Path: <>\r\nFrom: MAILER-DAEMON@old.example\r\nSubject: failure\r\nTo: "
                + marks.returnPath(LETTER).orElseThrow() + "\r\n\r\nno such user\r\n";
        assertThat(report(raw)).isEqualTo("report-failed");
        assertThat(desk.returned).containsExactly(LETTER + " bounce-none");
    }

    @Test
    void aVacationNoticeToTheAddressOfBouncesIsNoBounce() {
        assertThat(take(
                        "Auto-Submitted: auto-replied\r\nFrom: amina@example.jo\r\nMessage-ID: <v@x>\r\nTo: "
                                + marks.returnPath(LETTER).orElseThrow(),
                        "أنا في إجازة"))
                .isEqualTo("auto-submitted");
        assertThat(desk.returned).isEmpty();
        assertThat(desk.stored).isEmpty();
    }

    @Test
    void whoComplainsGetsNothingAutomaticAnyMoreAndItIsRecorded() {
        String arf =
                "From: fbl@mx\r\nMessage-ID: <f@mx>\r\nContent-Type: multipart/report; report-type=feedback-report;"
                        + " boundary=b\r\n\r\n--b\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\n\r\n"
                        + "--b\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: " + marks.messageId(LETTER)
                        + "\r\n\r\nx\r\n--b--\r\n";
        assertThat(report(arf)).isEqualTo("report-complained");
        var sender = new MailSender(settings, store, files, clock);
        var answer = new OutboundMessage(
                KeptDesk.TICKET + "-6", 1, KeptDesk.TICKET, AMINA, Lang.AR, Author.ASSISTANT, Reply.of("مرحبا"));
        assertThat(sender.send(answer)).isEqualTo(new jo.sawt.ticketing.Delivery.Rejected("complained"));
        assertThat(store.brakes().suppression(answer.id())).contains("complained");
    }

    @Test
    void aLetterInQuarantineIsTakenAfterAllWhenStaffSaySo() {
        String headers = "Precedence: bulk\r\nFrom: amina@example.jo\r\nMessage-ID: <q@x>";
        assertThat(take(headers, "شكوى حقيقية")).isEqualTo("bulk");
        Quarantine.Kept kept = store.quarantine().list(Optional.empty(), 10).getFirst();
        assertThat(kept.reason()).isEqualTo("bulk");
        assertThat(new String(store.quarantine().raw(kept.key()).orElseThrow().head(1 << 20), StandardCharsets.UTF_8))
                .startsWith(headers)
                .endsWith("شكوى حقيقية");
        QuarantineDesk staff = Email.of(settings, store, files, clock).quarantine(desk, desk);
        assertThat(staff.again(kept.key()).orElseThrow().outcome()).isEqualTo("accepted");
        assertThat(staff.again(kept.key()).orElseThrow().outcome()).isEqualTo("duplicate");
        assertThat(desk.words()).containsExactly("شكوى حقيقية");
        assertThat(store.quarantine().find(kept.key()).orElseThrow().ticket()).contains(KeptDesk.TICKET.value());
    }

    @Test
    void filesOfALetterAreKeptWithItsMessageAndWhatMayNotBeIsToldOf() throws Exception {
        String raw = "From: amina@example.jo\r\nMessage-ID: <f1@x>\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nصورة الوصل\r\n"
                + "--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename*=utf-8''%D9%88%D8%B5%D9%84.pdf"
                + "\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQKJQ==\r\n"
                + "--b\r\nContent-Type: application/x-msdownload\r\nContent-Disposition: attachment; filename=a.exe"
                + "\r\nContent-Transfer-Encoding: base64\r\n\r\nTVqQAAMAAAA=\r\n--b--\r\n";
        assertThat(report(raw)).isEqualTo("accepted");
        var words = (jo.sawt.ticketing.InboundMessage.Content.Words)
                desk.stored.getFirst().content();
        assertThat(words.text())
                .startsWith("صورة الوصل")
                .contains("application/x-msdownload")
                .doesNotContain("pdf");
        assertThat(words.files()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("وصل.pdf");
            assertThat(file.type()).isEqualTo("application/pdf");
        });
        var out = new java.io.ByteArrayOutputStream();
        files.write(words.files().getFirst(), out);
        assertThat(out.toString(StandardCharsets.US_ASCII)).isEqualTo("%PDF-1.4\n%");
        assertThat(report(raw)).isEqualTo("duplicate");
    }
}
