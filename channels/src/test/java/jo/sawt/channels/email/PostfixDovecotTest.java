package jo.sawt.channels.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import jo.sawt.channels.email.mongo.MongoMail;
import jo.sawt.ticketing.Attachment;
import jo.sawt.ticketing.Author;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Contact;
import jo.sawt.ticketing.Delivery;
import jo.sawt.ticketing.Files;
import jo.sawt.ticketing.InboundMessage;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.OutboundMessage;
import jo.sawt.ticketing.Reply;
import jo.sawt.ticketing.mongo.MongoAttachments;
import jo.sawt.ticketing.mongo.MongoTickets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** What only real mail servers do: MAIL_PEERS names the folder that Postfix and Dovecot were started in. */
@EnabledIfEnvironmentVariable(named = "MAIL_PEERS", matches = ".+", disabledReason = "MAIL_PEERS names no mail servers")
class PostfixDovecotTest {
    private static final String BOX = "support@cc.test";

    private final MongoServer server = new MongoServer(H2Backend.inMemory());
    private final KeptDesk desk = new KeptDesk();
    private final InstantSource clock = Clock.systemUTC();
    private final MailSettings settings = new MailSettings(
            List.of(MailServer.parse("imap://support%40cc.test:secret@127.0.0.1:1143/INBOX")),
            MailServer.parse("smtp://127.0.0.1:1025"),
            BOX,
            Optional.of("support+{}@cc.test"),
            MailSettings.Brakes.USUAL,
            Optional.empty());
    private MongoClient client;
    private MailStore store;
    private Files files;

    @BeforeEach
    void start() throws Exception {
        client = MongoClients.create(server.bindAndGetConnectionString());
        MongoDatabase database =
                client.getDatabase("mail_" + UUID.randomUUID().toString().replace("-", ""));
        store = MongoMail.open(database);
        files = new Files(MongoAttachments.open(database, clock), MongoTickets.open(database, clock), clock);
        for (String user : List.of(BOX, "alice@cc.test")) {
            doveadm("expunge", "-u", user, "mailbox", "INBOX", "all");
        }
        assertThat(readNew()).isZero();
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void aReplyToTheSignedPlusAddressFindsItsMatterFromAnotherMailbox() throws Exception {
        assertThat(send("2", "alice@cc.test", Author.AGENT)).isInstanceOf(Delivery.Sent.class);
        Message got = newest("alice@cc.test");
        mail(
                "billing@cc.test",
                ((InternetAddress) got.getReplyTo()[0]).getAddress(),
                letter -> letter.setText("من مكتبي"));
        until(() -> readNew() > 0);
        assertThat(desk.stored.getLast().contact()).isEqualTo(new Contact(Channel.EMAIL, "alice@cc.test"));
    }

    @Test
    void aRealBounceIsMatchedToItsLetter() throws Exception {
        assertThat(send("3", "nobody@bounce.test", Author.ASSISTANT)).isInstanceOf(Delivery.Sent.class);
        until(() -> readNew() >= 0 && !desk.returned.isEmpty());
        assertThat(desk.returned).hasSize(1).first().asString().startsWith(KeptDesk.TICKET + "-3 bounce-5.");
        assertThat(desk.stored).isEmpty();
    }

    @Test
    void aRealVacationNoticeIsKeptAndNeverAnswered() throws Exception {

        assertThat(send("5", "ali@cc.test", Author.AGENT)).isInstanceOf(Delivery.Sent.class);
        until(() -> readNew() >= 0 && store.quarantine().size() > 0);
        assertThat(store.quarantine().list(Optional.empty(), 5).getFirst().reason())
                .isEqualTo("auto-submitted");
        assertThat(desk.stored).isEmpty();
        assertThat(desk.returned).isEmpty();
    }

    @Test
    void newNumbersInTheMailboxLoseAndRepeatNothing() throws Exception {
        mail("alice@cc.test", BOX, letter -> letter.setText("الأولى"));
        until(() -> readNew() > 0);
        doveadm(
                "mailbox",
                "update",
                "-u",
                BOX,
                "--uid-validity",
                String.valueOf(4242 + System.nanoTime() % 100_000),
                "INBOX");
        mail("alice@cc.test", BOX, letter -> letter.setText("الثانية"));
        until(() -> readNew() >= 0 && desk.stored.size() == 2);
        assertThat(desk.words()).containsExactly("الأولى", "الثانية");
    }

    @Test
    void whatAnotherProgramHasReadAlreadyIsReadAllTheSame() throws Exception {
        mail("alice@cc.test", BOX, letter -> letter.setText("قرأها غيرنا"));
        until(() -> count(BOX) == 1);
        doveadm("flags", "add", "-u", BOX, "\\Seen", "mailbox", "INBOX", "all");
        assertThat(readNew()).isEqualTo(1);
        assertThat(readNew()).isZero();
        assertThat(desk.words()).containsExactly("قرأها غيرنا");
    }

    @Test
    void aConnectionThatIsCutOffIsMadeAnew() throws Exception {
        try (Email watch = Email.of(settings, store, files, clock).watch(desk, desk)) {
            until(() -> watch.mailboxes().getFirst().connectedSince().isPresent());
            // the connection of IDLE is there to be cut off
            until(() -> doveadmQuietly("kick", BOX) == 0);
            mail("alice@cc.test", BOX, letter -> letter.setText("بعد القطع"));
            until(() -> desk.stored.size() == 1);
        }
    }

    @Test
    void twentyFiveMegabytesComeThrough() throws Exception {
        byte[] large = new byte[(int) Files.LARGEST];
        new java.util.Random(7).nextBytes(large);
        byte[] head = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
        System.arraycopy(head, 0, large, 0, head.length);
        mail("alice@cc.test", BOX, letter -> {
            MimeBodyPart text = new MimeBodyPart();
            text.setText("صور المخالفة", "UTF-8");
            MimeBodyPart file = new MimeBodyPart();
            file.setDataHandler(new jakarta.activation.DataHandler(new ByteArrayDataSource(large, "image/png")));
            file.setFileName("صور.png");
            letter.setContent(new MimeMultipart(text, file));
        });
        until(() -> readNew() > 0);
        assertThat(desk.words().getFirst()).startsWith("صور المخالفة");
        Attachment kept = ((InboundMessage.Content.Words) desk.stored.getFirst().content())
                .files()
                .getFirst();
        assertThat(kept.size()).isEqualTo(large.length);
        assertThat(kept.name()).isEqualTo("صور.png");
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        files.write(kept, whole);
        assertThat(whole.toByteArray()).isEqualTo(large);
        assertThat(Email.of(settings, store, files, clock)
                        .sender()
                        .send(owed(
                                "7",
                                "alice@cc.test",
                                Author.AGENT,
                                new Reply("", List.of(), List.of(), List.of(kept)))))
                .isInstanceOf(Delivery.Sent.class);
        MimeMultipart back = (MimeMultipart) newest("alice@cc.test").getContent();
        assertThat(back.getCount()).isEqualTo(2);
        try (InputStream in = back.getBodyPart(1).getInputStream()) {
            assertThat(in.readAllBytes()).isEqualTo(large);
        }
    }

    @Test
    void measureLettersASecondBesideABareFetch() throws Exception {
        int count = Integer.getInteger("load.mails", 200);
        for (int i = 0; i < count; i++) {
            String text = "ما رسوم رخصة القيادة؟ " + i;
            mail("alice@cc.test", BOX, letter -> letter.setText(text, "UTF-8"));
        }
        until(() -> count(BOX) == count);
        long begin = System.nanoTime();
        assertThat(bareFetch()).isEqualTo(count);
        double bare = count / ((System.nanoTime() - begin) / 1e9);
        begin = System.nanoTime();
        assertThat(readNew()).isEqualTo(count);
        double whole = count / ((System.nanoTime() - begin) / 1e9);
        System.out.printf(
                "measured: %d letters, bare fetch %.0f/s, read, parsed and threaded %.0f/s%n", count, bare, whole);
    }

    private int bareFetch() throws Exception {
        try (Store imap = connected(BOX)) {
            Folder inbox = imap.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            int read = 0;
            for (Message message : inbox.getMessages()) {
                try (var in = ((org.eclipse.angus.mail.imap.IMAPMessage) message).getMimeStream()) {
                    read += in.readAllBytes().length > 0 ? 1 : 0;
                }
            }
            return read;
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

    private Delivery send(String seq, String to, Author from) {
        return Email.of(settings, store, files, clock).sender().send(owed(seq, to, from, Reply.of("وصلتنا رسالتك")));
    }

    private static OutboundMessage owed(String seq, String to, Author from, Reply reply) {
        return new OutboundMessage(
                KeptDesk.TICKET + "-" + seq, 1, KeptDesk.TICKET, new Contact(Channel.EMAIL, to), Lang.AR, from, reply);
    }

    /** Fills a letter. */
    interface Filling {
        void fill(MimeMessage letter) throws Exception;
    }

    /** Brings a letter to Postfix as anybody may. */
    static void mail(String from, String to, Filling filling) throws Exception {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", "1025");
        MimeMessage letter = new MimeMessage(Session.getInstance(properties));
        letter.setFrom(from);
        letter.setRecipients(Message.RecipientType.TO, to);
        filling.fill(letter);
        Transport.send(letter);
    }

    private static Store connected(String user) throws Exception {
        Store imap = Session.getInstance(new Properties()).getStore("imap");
        imap.connect("127.0.0.1", 1143, user, "secret");
        return imap;
    }

    private static int count(String user) throws Exception {
        try (Store imap = connected(user)) {
            Folder inbox = imap.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            return inbox.getMessageCount();
        }
    }

    private static Message newest(String user) throws Exception {
        until(() -> count(user) > 0);
        try (Store imap = connected(user)) {
            Folder inbox = imap.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            return new MimeMessage((MimeMessage) inbox.getMessage(inbox.getMessageCount()));
        }
    }

    private static void doveadm(String... words) throws Exception {
        assertThat(doveadmQuietly(words)).isZero();
    }

    private static int doveadmQuietly(String... words) throws Exception {
        List<String> command = new java.util.ArrayList<>(
                List.of("doveadm", "-c", System.getenv("MAIL_PEERS") + "/dovecot/dovecot.conf"));
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(30)).until(condition);
    }
}
