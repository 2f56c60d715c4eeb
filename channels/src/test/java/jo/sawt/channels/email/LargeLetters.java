package jo.sawt.channels.email;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jo.sawt.channels.email.mongo.MongoMail;
import jo.sawt.ticketing.Attachment;
import jo.sawt.ticketing.Author;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Contact;
import jo.sawt.ticketing.Files;
import jo.sawt.ticketing.InboundMessage;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.OutboundMessage;
import jo.sawt.ticketing.Reply;
import jo.sawt.ticketing.mongo.MongoAttachments;
import jo.sawt.ticketing.mongo.MongoTickets;

/**
 * Reads a mailbox once and sends the first file that came back to its sender, in a process of its own: {@code IMAP-URL
 * SMTP-URL MONGODB-URI}. Prints what became of it.
 */
final class LargeLetters {
    private LargeLetters() {}

    public static void main(String[] args) throws Exception {
        Clock clock = Clock.systemUTC();
        MailSettings settings = new MailSettings(
                List.of(MailServer.parse(args[0])),
                MailServer.parse(args[1]),
                "desk@sawt.example.jo",
                Optional.empty(),
                MailSettings.Brakes.USUAL,
                Optional.empty());
        try (MongoClient client = MongoClients.create(args[2])) {
            MongoDatabase database = client.getDatabase("large");
            MailStore store = MongoMail.open(database);
            Files files = new Files(MongoAttachments.open(database, clock), MongoTickets.open(database, clock), clock);
            KeptDesk desk = new KeptDesk();
            MailIntake intake = new MailIntake(desk, desk, files, store, settings, clock);
            Mailbox.Reading reading = new Mailbox.Reading(
                    intake, store.places(), new Doors(settings, clock), clock, new ConcurrentHashMap<>());
            try (Mailbox mailbox = Mailbox.open(settings.mailboxes().getFirst(), reading)) {
                System.out.println("read " + mailbox.readNew());
            }
            store.quarantine()
                    .list(Optional.empty(), 10)
                    .forEach(kept -> System.out.println("quarantined " + kept.reason() + " " + kept.bytes()));
            List<Attachment> kept = desk.stored.stream()
                    .flatMap(message -> ((InboundMessage.Content.Words) message.content()).files().stream())
                    .toList();
            for (Attachment file : kept) {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                files.write(file, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
                String sum = HexFormat.of().formatHex(digest.digest());
                System.out.println("kept " + file.name() + " " + file.size() + " " + sum);
            }
            System.out.println("words " + desk.words().size());
            Contact to =
                    new Contact(Channel.EMAIL, desk.stored.getFirst().contact().address());
            try (MailSender sender = new MailSender(settings, store, files, clock)) {
                System.out.println(sender.send(new OutboundMessage(
                        KeptDesk.TICKET + "-7",
                        1,
                        KeptDesk.TICKET,
                        to,
                        Lang.AR,
                        Author.AGENT,
                        new Reply("", List.of(), List.of(), List.of(kept.getFirst())))));
            }
        }
    }
}
