package jo.sawt.channels.server;

import com.mongodb.client.MongoDatabase;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.HttpService;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jo.sawt.channels.email.Email;
import jo.sawt.channels.email.MailServer;
import jo.sawt.channels.email.MailSettings;
import jo.sawt.channels.email.MailStore;
import jo.sawt.channels.email.QuarantineDesk;
import jo.sawt.channels.email.QuarantineRoutes;
import jo.sawt.channels.email.mongo.MongoMail;
import jo.sawt.channels.sms.PhoneNumber;
import jo.sawt.channels.sms.Twilio;
import jo.sawt.channels.sms.TwilioSettings;
import jo.sawt.channels.sms.mongo.MongoTwilio;
import jo.sawt.ticketing.ChannelSender;
import jo.sawt.ticketing.Files;
import jo.sawt.ticketing.Ticketing;
import jo.sawt.ticketing.Tickets;

/** The channels beside the web that the settings turn on, and their own work. */
final class Channels implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Channels.class.getName());
    private static final Duration OWED = Duration.ofSeconds(1);
    /** How many media are fetched at the same moment, so that a slow one does not hold up all others. */
    private static final int MEDIA_AT_ONCE = 3;

    private static final Duration TIDY = Duration.ofHours(24);

    private final Optional<Twilio> twilio;
    private final Optional<Email> email;
    private final MailStore mail;
    private final Files files;
    private final InstantSource clock;
    private final Instant openedAt;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    private Channels(Optional<Twilio> twilio, Optional<Email> email, MailStore mail, Files files, InstantSource clock) {
        this.twilio = twilio;
        this.email = email;
        this.mail = mail;
        this.files = files;
        this.clock = clock;
        this.openedAt = clock.instant();
    }

    static Channels open(Settings settings, MongoDatabase database, Files files, InstantSource clock) {
        Optional<TwilioSettings> twilio = twilio(settings);
        Optional<MailSettings> mail = mail(settings.mail());
        MailStore letters = MongoMail.open(database);
        return new Channels(
                twilio.map(set -> Twilio.of(set, MongoTwilio.open(database), clock)),
                mail.map(set -> Email.of(set, letters, files, clock)),
                letters,
                files,
                clock);
    }

    List<ChannelSender> senders() {
        List<ChannelSender> senders = new ArrayList<>();
        twilio.ifPresent(on -> senders.addAll(on.senders()));
        email.ifPresent(on -> senders.add(on.sender()));
        return senders;
    }

    void mount(HttpRouting.Builder routing, Ticketing ticketing) {
        twilio.ifPresent(on -> routing.register("/channels/twilio", on.routes(ticketing.desk(), ticketing.returns())));
    }

    /** What staff and the operator ask of the channels, whichever are on. */
    List<HttpService> routes(Ticketing ticketing, Tickets tickets) {
        QuarantineDesk quarantine = email.map(on -> on.quarantine(ticketing.desk(), ticketing.returns()))
                .orElseGet(() -> QuarantineDesk.off(mail, clock));
        return List.of(
                new QuarantineRoutes(quarantine),
                new ChannelRoutes(() -> new Standings(ticketing.traffic(), tickets, openedAt)
                        .of(
                                twilio.map(Twilio::channels).orElse(Set.of()),
                                twilio.flatMap(Twilio::forgedSince),
                                email.map(Email::mailboxes))));
    }

    /** Sets their own work going. */
    void start(Ticketing ticketing) {
        twilio.ifPresent(on -> {
            Rhythm rhythm = new Rhythm();
            running.push(rhythm);
            rhythm.every(OWED, "SMS and WhatsApp", on.worker(ticketing.desk(), ticketing.returns()));
            rhythm.every(TIDY, "SMS and WhatsApp upkeep", on::forgetOld);
            Runnable media = on.mediaWorker(files, ticketing.lateFiles());
            for (int i = 0; i < MEDIA_AT_ONCE; i++) {
                Rhythm fetching = new Rhythm();
                running.push(fetching);
                fetching.every(OWED, "media of SMS and WhatsApp", media);
            }
        });
        email.ifPresent(on -> running.push(on.watch(ticketing.desk(), ticketing.returns())));
    }

    private static Optional<TwilioSettings> twilio(Settings settings) {
        Optional<URI> url = settings.listening().publicUrl();
        if (settings.twilio().isEmpty() || url.isEmpty()) {
            return Optional.empty();
        }
        Settings.Twilio set = settings.twilio().get();
        Optional<String> service = set.sender().filter(sender -> sender.startsWith("MG"));
        return Optional.of(new TwilioSettings(
                new TwilioSettings.Account(
                        set.account(), new TwilioSettings.AuthToken(set.token().value()), set.api()),
                new TwilioSettings.Senders(
                        service,
                        set.sender().filter(sender -> service.isEmpty()),
                        set.whatsApp().flatMap(PhoneNumber::parse),
                        new TwilioSettings.Contents(
                                set.contents().template(), set.contents().options())),
                url.get(),
                set.numbers().rates()));
    }

    private static Optional<MailSettings> mail(Settings.Mail mail) {
        if (!mail.on()) {
            return Optional.empty();
        }
        MailSettings.Brakes usual = MailSettings.Brakes.USUAL;
        return Optional.of(new MailSettings(
                mail.imap().stream().map(url -> server("IMAP_URL", url)).toList(),
                server("SMTP_URL", mail.smtp().orElseThrow()),
                mail.from().orElseThrow(),
                mail.replyTo(),
                new MailSettings.Brakes(
                        mail.brakes().address().orElse(usual.address()),
                        mail.brakes().ticket().orElse(usual.ticket())),
                mail.oauth()));
    }

    private static MailServer server(String name, Secret url) {
        try {
            return MailServer.parse(url.value());
        } catch (IllegalArgumentException e) {
            throw new WrongSetting(name, "is not the address of a mail server");
        }
    }

    @Override
    public void close() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "could not close in order: {0}",
                        e.getClass().getSimpleName());
            }
        }
    }
}
