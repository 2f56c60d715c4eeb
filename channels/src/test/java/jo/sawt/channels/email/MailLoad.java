package jo.sawt.channels.email;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import jo.sawt.channels.email.mongo.MongoMail;
import jo.sawt.channels.server.embedded.EmbeddedStore;
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
import org.eclipse.angus.mail.imap.IMAPMessage;

/**
 * How many letters a second come from a mailbox to the desk, durably, beside a bare fetch of the same mailbox: {@code
 * IMAP-URL COUNT FOLDER}. The mailbox is emptied and filled first, each letter from an address of its own; nothing is answered.
 */
public final class MailLoad {
    private static final int ROUNDS = 3;

    private MailLoad() {}

    public static void main(String[] args) throws Exception {
        MailServer mailbox = MailServer.parse(args[0]);
        int count = Integer.parseInt(args[1]);
        Path folder = Path.of(args[2]);
        System.out.println("| round | letters | bare fetch/s | to the desk/s | ratio |");
        System.out.println("|---|---|---|---|---|");
        for (int round = 1; round <= ROUNDS; round++) {
            fill(mailbox, count);
            double bare = rate(count, () -> fetch(mailbox));
            double desk = toTheDesk(mailbox, count, folder.resolve("store-" + round));
            System.out.printf("| %d | %d | %.0f | %.0f | %.2f |%n", round, count, bare, desk, desk / bare);
        }
    }

    /** Does something once, and says how much of it. */
    private interface Work {
        int run() throws MessagingException, IOException;
    }

    private static double rate(int count, Work work) throws MessagingException, IOException {
        long begin = System.nanoTime();
        int done = work.run();
        if (done != count) {
            throw new IllegalStateException(done + " letters instead of " + count);
        }
        return count / ((System.nanoTime() - begin) / 1e9);
    }

    private static double toTheDesk(MailServer mailbox, int count, Path folder) throws MessagingException, IOException {
        Clock clock = Clock.systemUTC();
        MailSettings settings = new MailSettings(
                List.of(mailbox),
                MailServer.parse("smtp://127.0.0.1:9"),
                "desk@sawt.example.jo",
                Optional.empty(),
                MailSettings.Brakes.USUAL,
                Optional.empty());
        try (EmbeddedStore embedded = EmbeddedStore.open(folder, clock);
                MongoClient client = MongoClients.create(embedded.settings())) {
            MongoDatabase database = client.getDatabase("sawt");
            MongoTickets tickets = MongoTickets.open(database, clock);
            MailStore store = MongoMail.open(database);
            Files files = new Files(MongoAttachments.open(database, clock), tickets, clock);
            try (Ticketing desk = Ticketing.open(
                    tickets,
                    new Ticketing.Ports(
                            (id, lang) -> Optional.empty(),
                            WorkingDeadlines.jordan(),
                            turn -> new Decision.Answer(
                                    new Understanding(
                                            Lang.AR,
                                            Kind.INQUIRY,
                                            Optional.empty(),
                                            Optional.empty(),
                                            Optional.empty(),
                                            0.9,
                                            java.util.Map.of()),
                                    Reply.of("…")),
                            List.of()),
                    clock,
                    TicketingSettings.defaults(true))) {
                MailIntake intake = new MailIntake(desk.desk(), desk.returns(), files, store, settings, clock);
                Mailbox.Reading reading = new Mailbox.Reading(
                        intake, store.places(), new Doors(settings, clock), clock, new ConcurrentHashMap<>());
                try (Mailbox open = Mailbox.open(mailbox, reading)) {
                    return rate(count, open::readNew);
                }
            }
        }
    }

    private static int fetch(MailServer mailbox) throws MessagingException, IOException {
        int read = 0;
        try (Store imap = connected(mailbox)) {
            Folder inbox = imap.getFolder(mailbox.folder());
            inbox.open(Folder.READ_ONLY);
            for (Message message : inbox.getMessages()) {
                try (InputStream in = ((IMAPMessage) message).getMimeStream()) {
                    in.transferTo(OutputStream.nullOutputStream());
                    read++;
                }
            }
        }
        return read;
    }

    private static void fill(MailServer mailbox, int count) throws MessagingException {
        try (Store imap = connected(mailbox)) {
            Folder inbox = imap.getFolder(mailbox.folder());
            inbox.open(Folder.READ_WRITE);
            inbox.setFlags(inbox.getMessages(), new Flags(Flags.Flag.DELETED), true);
            inbox.expunge();
            List<Message> letters = new ArrayList<>();
            Session session = Session.getInstance(new Properties());
            for (int i = 0; i < count; i++) {
                MimeMessage letter = new MimeMessage(session);
                letter.setFrom("citizen" + i + "@example.jo");
                letter.setRecipients(Message.RecipientType.TO, "desk@sawt.example.jo");
                letter.setSubject("رخصة القيادة", "UTF-8");
                letter.setText("ما رسوم تجديد رخصة القيادة، وكم يستغرق إصدارها؟ " + i, "UTF-8");
                letter.saveChanges();
                letters.add(letter);
            }
            inbox.appendMessages(letters.toArray(Message[]::new));
            inbox.close(false);
        }
    }

    private static Store connected(MailServer mailbox) throws MessagingException {
        Store imap = Session.getInstance(mailbox.properties()).getStore(mailbox.scheme());
        MailServer.Login login = mailbox.login().orElseThrow();
        imap.connect(mailbox.host(), mailbox.port(), login.user(), login.password());
        return imap;
    }
}
