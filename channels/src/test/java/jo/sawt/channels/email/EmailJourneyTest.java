package jo.sawt.channels.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.sun.net.httpserver.HttpServer;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import jo.sawt.channels.email.mongo.MongoMail;
import jo.sawt.ticketing.Author;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.ChannelSender;
import jo.sawt.ticketing.Contact;
import jo.sawt.ticketing.Delivery;
import jo.sawt.ticketing.DeskUnavailable;
import jo.sawt.ticketing.Files;
import jo.sawt.ticketing.InboundMessage;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.OutboundMessage;
import jo.sawt.ticketing.Reference;
import jo.sawt.ticketing.Reply;
import jo.sawt.ticketing.mongo.MongoAttachments;
import jo.sawt.ticketing.mongo.MongoTickets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmailJourneyTest {
    private static final String AMINA = "amina@example.jo";
    private static final Contact CONTACT = new Contact(Channel.EMAIL, AMINA);
    private static final Reference TICKET = KeptDesk.TICKET;
    /** A letter that comes just before IDLE begins is found by the look that follows every 25 seconds. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final GreenMail mail = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });
    private final MongoServer server = new MongoServer(H2Backend.inMemory());
    private final KeptDesk desk = new KeptDesk();
    private Instant now = Instant.parse("2026-03-01T09:00:00Z");
    private final InstantSource clock = () -> now;
    private MongoClient client;
    private MailStore store;
    private Files files;
    private MailSettings settings;
    private GreenMailUser box;
    private GreenMailUser amina;

    @BeforeEach
    void start() {
        mail.start();
        box = mail.setUser("desk@sawt.example.jo", "desk", "p@ss word");
        amina = mail.setUser(AMINA, "amina", "secret");
        client = MongoClients.create(
                Optional.ofNullable(System.getenv("MONGODB_TEST_URI")).orElseGet(server::bindAndGetConnectionString));
        MongoDatabase database = database();
        store = MongoMail.open(database);
        files = new Files(MongoAttachments.open(database, clock), MongoTickets.open(database, clock), clock);
        settings = new MailSettings(
                List.of(MailServer.parse(
                        "imap://desk:p%40ss%20word@127.0.0.1:" + mail.getImap().getPort() + "/INBOX")),
                MailServer.parse("smtp://127.0.0.1:" + mail.getSmtp().getPort()),
                "صوت <desk@sawt.example.jo>",
                Optional.empty(),
                new MailSettings.Brakes(new MailSettings.Rate(12, 40), new MailSettings.Rate(20, 40)),
                Optional.empty());
    }

    private MongoDatabase database() {
        return client.getDatabase("mail_" + UUID.randomUUID().toString().replace("-", ""));
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
        mail.stop();
    }

    @Test
    void aServerThatOffersNoEncryptionIsToldNothingWhereThatIsInsistedOn() {
        String insists = "?starttls=required";
        MailSettings strict = new MailSettings(
                List.of(MailServer.parse(
                        "imap://desk:p%40ss%20word@127.0.0.1:" + mail.getImap().getPort() + "/INBOX" + insists)),
                MailServer.parse("smtp://127.0.0.1:" + mail.getSmtp().getPort() + insists),
                settings.from(),
                settings.replyTo(),
                settings.brakes(),
                settings.oauth());
        double refused = refused("imap") + refused("smtp");
        Email email = Email.of(strict, store, files, clock);
        assertThat(email.sender().send(owed("T-2", 1, Author.AGENT)))
                .isInstanceOfSatisfying(
                        Delivery.Deferred.class,
                        deferred -> assertThat(deferred.code()).isEqualTo("smtp-not-encrypted"));
        try (Email watch = email.watch(desk, desk)) {
            await().atMost(LONGEST)
                    .until(() -> watch.mailboxes().getFirst().failing().isPresent());
            assertThat(watch.mailboxes().getFirst().failing().orElseThrow().code())
                    .isEqualTo("not-encrypted");
        }
        assertThat(mail.getReceivedMessages()).isEmpty();
        assertThat(refused("imap") + refused("smtp") - refused).isGreaterThanOrEqualTo(2);
    }

    private static double refused(String scheme) {
        return Metrics.globalRegistry()
                .counter("sawt_mail_not_encrypted", List.of(Tag.create("scheme", scheme)))
                .map(Counter::count)
                .orElse(0L);
    }

    @Test
    void aLetterIsPushedStoredAndAnsweredInItsThread() throws Exception {
        try (Email watch = Email.of(settings, store, files, clock).watch(desk, desk)) {
            await().atMost(LONGEST)
                    .until(() -> watch.mailboxes().getFirst().connectedSince().isPresent());
            arrives(letter(
                    "<a1@example.jo>",
                    "Subject: =?utf-8?B?2KrYrNiv2YrYryDYrNmI2KfYsg==?=\r\n",
                    "شو الأوراق المطلوبة؟"));
            await().atMost(LONGEST).until(() -> desk.stored.size() == 1);
            await().atMost(LONGEST).until(() -> unseen() == 0);
        }
        assertThat(desk.words()).containsExactly("تجديد جواز\nشو الأوراق المطلوبة؟");
        assertThat(desk.stored.getFirst().contact()).isEqualTo(CONTACT);
        String id = new Marks(store.key().bytes(), settings).messageId("T-2");
        assertThat(send("T-2", 1, Author.ASSISTANT)).isEqualTo(new Delivery.Sent(id));
        assertThat(send("T-2", 2, Author.ASSISTANT)).isEqualTo(new Delivery.Sent(id));
        List<MimeMessage> answers = mail.getManagers().getImapHostManager().getInbox(amina).getMessages().stream()
                .map(stored -> stored.getMimeMessage())
                .toList();
        assertThat(answers).hasSize(2).allSatisfy(answer -> {
            assertThat(answer.getHeader("Message-ID")).containsExactly(id);
            assertThat(answer.getHeader("In-Reply-To")).containsExactly("<a1@example.jo>");
            assertThat(answer.getHeader("References")).containsExactly("<a1@example.jo>");
            assertThat(answer.getHeader("Auto-Submitted")).containsExactly("auto-replied");
            assertThat(answer.getSubject()).isEqualTo("Re: تجديد جواز");
            assertThat(answer.getFrom()[0].toString()).contains("desk@sawt.example.jo");
        });
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        answers.getFirst().writeTo(raw);
        Letter read = LetterReader.read(raw.toByteArray());
        assertThat(read.text()).startsWith("هويتك وصورتان.").endsWith(TICKET.value());
        assertThat(read.machine()).contains("auto-submitted");
    }

    @Test
    void theSameLetterTwiceIsOneMessage() throws Exception {
        arrives(letter("<a1@example.jo>", "", "مرحبا"));
        arrives(letter("<a1@example.jo>", "", "مرحبا"));
        assertThat(readNew()).isEqualTo(2);
        assertThat(desk.words()).containsExactly("مرحبا");
    }

    @Test
    void manyLettersAreTakenTogetherAndThoseOfOneSenderInTheirOrder() throws Exception {
        for (int i = 0; i < 50; i++) {
            String from = i % 5 == 0 ? AMINA : "citizen" + i + "@example.jo";
            arrives(letter("<m" + i + "@example.jo>", "", String.valueOf(i)).replace(AMINA, from));
        }
        assertThat(readNew()).isEqualTo(50);
        assertThat(unseen()).isZero();
        assertThat(desk.words()).hasSize(50);
        assertThat(desk.stored.stream()
                        .filter(message -> message.contact().equals(CONTACT))
                        .map(message -> ((InboundMessage.Content.Words) message.content()).text()))
                .containsExactly("0", "5", "10", "15", "20", "25", "30", "35", "40", "45");
        assertThat(readNew()).isZero();
    }

    @Test
    void whileTheStoreIsAwayALetterStaysUnseen() throws Exception {
        arrives(letter("<a1@example.jo>", "", "مرحبا"));
        desk.away = true;
        org.assertj.core.api.Assertions.assertThatThrownBy(this::readNew).isInstanceOf(DeskUnavailable.class);
        assertThat(unseen()).isEqualTo(1);
        desk.away = false;
        assertThat(readNew()).isEqualTo(1);
        assertThat(desk.words()).hasSize(1);
    }

    @Test
    void machinesAndBrokenLettersAreKeptWholeAndStopNothing() throws Exception {
        arrives(letter("<b1@example.jo>", "Auto-Submitted: auto-replied\r\n", "أنا في إجازة"));
        arrives("From: <>\r\nSubject: ?\r\n\r\nx");
        arrives(letter("<b2@example.jo>", "", ""));
        arrives(letter("<b3@example.jo>", "", "بدي أستفسر"));
        assertThat(readNew()).isEqualTo(4);
        assertThat(readNew()).isZero();
        assertThat(desk.words()).containsExactly("بدي أستفسر");
        assertThat(store.quarantine().size()).isEqualTo(3);
    }

    @Test
    void twoDesksThatWriteToEachOtherFallSilent() throws Exception {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        MimeMessage answer = new LetterWriter(settings, new Marks(store.key().bytes(), settings), files)
                .write(Session.getInstance(new Properties()), owed("T-1", 1, Author.ASSISTANT), Optional.empty(), now);
        answer.writeTo(raw);
        MailStore other = MongoMail.open(database());
        assertThat(new MailIntake(desk, desk, files, other, others(), clock)
                        .take(raw.toByteArray())
                        .outcome())
                .isEqualTo("auto-submitted");
        assertThat(desk.stored).isEmpty();
    }

    private MailSettings others() {
        return new MailSettings(
                List.of(),
                settings.smtp(),
                "other@sawt.example.jo",
                Optional.empty(),
                MailSettings.Brakes.USUAL,
                Optional.empty());
    }

    @Test
    void anAddressThatHadTooManyAutomaticAnswersGetsNoMoreForAWhile() {
        for (int i = 0; i < 12; i++) {
            assertThat(send("T-" + i, 1, Author.ASSISTANT)).isInstanceOf(Delivery.Sent.class);
        }
        assertThat(send("T-12", 1, Author.ASSISTANT)).isEqualTo(new Delivery.Rejected("loop-brake"));
        assertThat(send("T-11", 2, Author.ASSISTANT)).isInstanceOf(Delivery.Sent.class);
        assertThat(send("T-13", 1, Author.DEPARTMENT)).isInstanceOf(Delivery.Sent.class);
        now = now.plus(Duration.ofMinutes(61));
        assertThat(send("T-14", 1, Author.ASSISTANT)).isInstanceOf(Delivery.Sent.class);
    }

    @Test
    void whileTheRelayIsAwayALetterWaits() {
        mail.stop();
        assertThat(send("T-1", 1, Author.AGENT)).isInstanceOf(Delivery.Deferred.class);
    }

    @Test
    void aRelayThatWasGoneMeanwhileIsEnteredAnew() {
        ChannelSender sender = Email.of(settings, store, files, clock).sender();
        assertThat(sender.send(owed("T-1", 1, Author.AGENT))).isInstanceOf(Delivery.Sent.class);
        assertThat(sender.send(owed("T-2", 1, Author.AGENT))).isInstanceOf(Delivery.Sent.class);
        int port = mail.getSmtp().getPort();
        mail.stop();
        GreenMail next = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        next.start();
        try {
            assertThat(sender.send(owed("T-3", 1, Author.AGENT))).isInstanceOf(Delivery.Sent.class);
            now = now.plus(Duration.ofMinutes(1));
            assertThat(sender.send(owed("T-4", 1, Author.AGENT))).isInstanceOf(Delivery.Sent.class);
            assertThat(next.getReceivedMessages()).hasSize(2);
        } finally {
            next.stop();
        }
    }

    @Test
    void aMailServerIsReadFromItsAddressAndEncryptedAwayFromHome() {
        MailServer server = MailServer.parse("imaps://desk%40gov.jo:a%3Ab+c@mail.gov.jo/Citizens");
        assertThat(server.login()).contains(new MailServer.Login("desk@gov.jo", "a:b+c"));
        assertThat(server.port()).isEqualTo(993);
        assertThat(server.folder()).isEqualTo("Citizens");
        assertThat(server.toString()).doesNotContain("a:b");
        assertThat(MailServer.parse("smtp://203.0.113.9").properties())
                .containsEntry("mail.smtp.starttls.required", "true");
        assertThat(MailServer.parse("smtp://127.0.0.1:25").properties())
                .containsEntry("mail.smtp.starttls.required", "false");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> MailServer.parse("http://x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aServerThatTakesNoPasswordIsEnteredByAnAccessToken() throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer tokens = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        tokens.createContext("/token", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = "{\"access_token\":\"p@ss word\",\"expires_in\":3600}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        tokens.start();
        try {
            settings = new MailSettings(
                    List.of(MailServer.parse(
                            "imap://desk@127.0.0.1:" + mail.getImap().getPort() + "/INBOX")),
                    settings.smtp(),
                    settings.from(),
                    Optional.empty(),
                    settings.brakes(),
                    Optional.of(new MailSettings.Oauth(
                            URI.create("http://127.0.0.1:" + tokens.getAddress().getPort() + "/token"),
                            "sawt",
                            "secret",
                            Optional.of("again"),
                            Optional.empty())));
            arrives(letter("<a1@example.jo>", "", "مرحبا"));
            assertThat(readNew()).isEqualTo(1);
            assertThat(desk.words()).containsExactly("مرحبا");
            assertThat(asked)
                    .containsExactly(
                            "grant_type=refresh_token&refresh_token=again&client_id=sawt&client_secret=secret");
        } finally {
            tokens.stop(0);
        }
    }

    private int readNew() throws Exception {
        MailIntake intake = new MailIntake(desk, desk, files, store, settings, clock);
        Mailbox.Reading reading = new Mailbox.Reading(
                intake, store.places(), new Doors(settings, clock), clock, new ConcurrentHashMap<>());
        try (Mailbox mailbox = Mailbox.open(settings.mailboxes().getFirst(), reading)) {
            return mailbox.readNew();
        }
    }

    private Delivery send(String id, int attempt, Author from) {
        return Email.of(settings, store, files, clock).sender().send(owed(id, attempt, from));
    }

    private static OutboundMessage owed(String id, int attempt, Author from) {
        return new OutboundMessage(id, attempt, TICKET, CONTACT, Lang.AR, from, Reply.of("هويتك وصورتان."));
    }

    private static String letter(String id, String headers, String text) {
        return "From: Amina <" + AMINA + ">\r\nTo: desk@sawt.example.jo\r\nMessage-ID: " + id + "\r\n" + headers
                + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + text + "\r\n";
    }

    private void arrives(String raw) throws Exception {
        box.deliver(new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8))));
    }

    private int unseen() throws FolderException {
        int unseen = 0;
        for (var stored : mail.getManagers().getImapHostManager().getInbox(box).getMessages()) {
            unseen += stored.isSet(Flags.Flag.SEEN) ? 0 : 1;
        }
        return unseen;
    }
}
