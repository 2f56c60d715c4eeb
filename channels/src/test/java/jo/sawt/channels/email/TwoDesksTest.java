package jo.sawt.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import jo.sawt.channels.email.mongo.MongoMail;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Contact;
import jo.sawt.ticketing.Decision;
import jo.sawt.ticketing.Files;
import jo.sawt.ticketing.Kind;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Reply;
import jo.sawt.ticketing.Ticketing;
import jo.sawt.ticketing.TicketingSettings;
import jo.sawt.ticketing.Understanding;
import jo.sawt.ticketing.WorkingDeadlines;
import jo.sawt.ticketing.mongo.MongoAttachments;
import jo.sawt.ticketing.mongo.MongoTickets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two whole desks whose assistants answer every letter, writing to each other by real mail for a day of simulated time. */
class TwoDesksTest {
    private static final Instant MORNING = Instant.parse("2026-03-01T06:00:00Z");
    private static final Duration STEP = Duration.ofMinutes(2);
    private static final Duration QUIET = Duration.ofMinutes(30);

    private final GreenMail mail = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });
    private final MongoServer server = new MongoServer(H2Backend.inMemory());
    private Instant now = MORNING;
    private final InstantSource clock = () -> now;
    private MongoClient client;
    private Instance first;
    private Instance second;

    @BeforeEach
    void start() throws Exception {
        mail.start();
        client = MongoClients.create(
                Optional.ofNullable(System.getenv("MONGODB_TEST_URI")).orElseGet(server::bindAndGetConnectionString));
        first = new Instance("first@one.example");
        second = new Instance("second@two.example");
    }

    @AfterEach
    void stop() throws Exception {
        first.close();
        second.close();
        client.close();
        server.shutdownNow();
        mail.stop();
    }

    @Test
    void theFirstAutomaticAnswerIsTheLastWord() throws Exception {
        int letters = day(false);
        assertThat(letters).isEqualTo(1);
        assertThat(second.store.quarantine().list(Optional.empty(), 10))
                .extracting(Quarantine.Kept::reason)
                .containsExactly("auto-submitted");
        assertThat(second.heardFrom(first)).isZero();
    }

    @Test
    void aRelayThatTakesAwayWhatMarksAMachineIsStoppedByTheBrakes() throws Exception {
        int letters = day(true);
        int allowed = MailSettings.Brakes.USUAL.ticket().hour();
        System.out.printf(
                "two desks, one day, marks of machines taken away: %d letters, held back %d and %d%n",
                letters,
                first.store.brakes().suppressions(),
                second.store.brakes().suppressions());
        assertThat(letters).isBetween(allowed, 2 * allowed + 1);
        assertThat(first.store.brakes().suppressions() + second.store.brakes().suppressions())
                .isPositive();
        assertThat(first.suppressedAsDead() + second.suppressedAsDead()).isPositive();
    }

    /** From one letter on; how many went between the desks. */
    private int day(boolean strips) throws Exception {
        first.door.deliver(letter());
        int carried = 0;
        boolean busy = true;
        for (now = MORNING; now.isBefore(MORNING.plus(Duration.ofDays(1))); now = now.plus(busy ? STEP : QUIET)) {
            boolean one = first.turn();
            boolean other = second.turn();
            busy = one || other;
            int moved = carry(first, strips) + carry(second, strips);
            busy = busy || moved > 0 || carried == 0;
            carried += moved;
        }
        return carried;
    }

    /** The relay between them. */
    private int carry(Instance to, boolean strips) throws Exception {
        var folder = mail.getManagers().getImapHostManager().getInbox(to.door);
        int carried = 0;
        for (var stored : folder.getMessages()) {
            MimeMessage letter = new MimeMessage(stored.getMimeMessage());
            if (strips) {
                letter.removeHeader("Auto-Submitted");
                letter.removeHeader("X-Auto-Response-Suppress");
            }
            to.inside.deliver(letter);
            carried++;
        }
        folder.deleteAllMessages();
        return to == first && now.equals(MORNING) ? carried - 1 : carried; // the letter that began it
    }

    private MimeMessage letter() throws Exception {
        MimeMessage letter = new MimeMessage(Session.getInstance(new Properties()));
        letter.setFrom("second@two.example");
        letter.setRecipients(MimeMessage.RecipientType.TO, "first@one.example");
        letter.setSubject("سؤال", "UTF-8");
        letter.setText("ما رسوم تجديد جواز السفر؟", "UTF-8");
        letter.saveChanges();
        return letter;
    }

    /** One Sawt: its desk and its mailbox, which the relay fills. */
    private final class Instance implements AutoCloseable {
        private final String address;
        private final GreenMailUser door;
        private final GreenMailUser inside;
        private final MailStore store;
        private final Files files;
        private final Ticketing ticketing;
        private final MongoTickets tickets;
        private final Mailbox mailbox;

        Instance(String address) throws Exception {
            this.address = address;
            this.door = mail.setUser(address, address, "secret");
            this.inside = mail.setUser("inside-" + address, "inside-" + address, "secret");
            MongoDatabase database =
                    client.getDatabase("desk_" + UUID.randomUUID().toString().replace("-", ""));
            this.store = MongoMail.open(database);
            this.files = new Files(MongoAttachments.open(database, clock), MongoTickets.open(database, clock), clock);
            MailServer imap = MailServer.parse("imap://" + ("inside-" + address).replace("@", "%40")
                    + ":secret@127.0.0.1:" + mail.getImap().getPort());
            MailSettings settings = new MailSettings(
                    List.of(imap),
                    MailServer.parse("smtp://127.0.0.1:" + mail.getSmtp().getPort()),
                    address,
                    Optional.empty(),
                    MailSettings.Brakes.USUAL,
                    Optional.empty());
            this.tickets = MongoTickets.open(database, clock);
            this.ticketing = Ticketing.open(
                    tickets,
                    new Ticketing.Ports(
                            (id, lang) -> Optional.empty(),
                            WorkingDeadlines.jordan(),
                            turn -> answer(),
                            List.of(Email.of(settings, store, files, clock).sender())),
                    clock,
                    TicketingSettings.defaults(true));
            MailIntake intake = new MailIntake(ticketing.desk(), ticketing.returns(), files, store, settings, clock);
            this.mailbox = Mailbox.open(
                    imap,
                    new Mailbox.Reading(
                            intake, store.places(), new Doors(settings, clock), clock, new ConcurrentHashMap<>()));
        }

        private static Decision answer() {
            return new Decision.Answer(
                    new Understanding(
                            Lang.AR,
                            Kind.INQUIRY,
                            Optional.of("passport-renewal"),
                            Optional.empty(),
                            Optional.empty(),
                            0.9,
                            Map.of()),
                    Reply.of("الرسوم عشرون دينارا. هل من سؤال آخر؟"));
        }

        /** Whether there was anything to read. */
        boolean turn() throws Exception {
            boolean heard = mailbox.readNew() > 0;
            for (int i = 0; ticketing.runDue() > 0 && i < 20; i++) {
                // a turn owes an answer, and an answer a letter
            }
            return heard;
        }

        int heardFrom(Instance other) {
            return ticketing
                    .desk()
                    .conversation(new Contact(Channel.EMAIL, other.address), 0)
                    .entries()
                    .size();
        }

        int suppressedAsDead() {
            return tickets.dead(10).size();
        }

        @Override
        public void close() {
            mailbox.close();
            ticketing.close();
        }
    }
}
