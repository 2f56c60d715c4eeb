package jo.sawt.channels.server;

import com.mongodb.client.MongoDatabase;
import io.helidon.webserver.http.HttpRouting;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import jo.sawt.channels.email.Email;
import jo.sawt.channels.email.MailServer;
import jo.sawt.channels.email.MailSettings;
import jo.sawt.channels.email.mongo.MongoMail;
import jo.sawt.channels.sms.PhoneNumber;
import jo.sawt.channels.sms.Twilio;
import jo.sawt.channels.sms.TwilioSettings;
import jo.sawt.channels.sms.mongo.MongoTwilio;
import jo.sawt.ticketing.ChannelSender;
import jo.sawt.ticketing.Desk;

/** The channels beside the web that the settings turn on, and their own work. */
final class Channels implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Channels.class.getName());
    private static final Duration OWED = Duration.ofSeconds(1);
    private static final Duration TIDY = Duration.ofHours(24);

    private final Optional<Twilio> twilio;
    private final Optional<Email> email;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    private Channels(Optional<Twilio> twilio, Optional<Email> email) {
        this.twilio = twilio;
        this.email = email;
    }

    static Channels open(Settings settings, MongoDatabase database, InstantSource clock) {
        Optional<TwilioSettings> twilio = twilio(settings);
        Optional<MailSettings> mail = mail(settings.mail());
        return new Channels(
                twilio.map(set -> Twilio.of(set, MongoTwilio.open(database), clock)),
                mail.map(set -> Email.of(set, MongoMail.open(database), clock)));
    }

    List<ChannelSender> senders() {
        List<ChannelSender> senders = new ArrayList<>();
        twilio.ifPresent(on -> senders.addAll(on.senders()));
        email.ifPresent(on -> senders.add(on.sender()));
        return senders;
    }

    void mount(HttpRouting.Builder routing, Desk desk) {
        twilio.ifPresent(on -> routing.register("/channels/twilio", on.routes(desk)));
    }

    /** Sets their own work going. */
    void start(Desk desk) {
        twilio.ifPresent(on -> {
            Rhythm rhythm = new Rhythm();
            running.push(rhythm);
            rhythm.every(OWED, "SMS and WhatsApp", on.worker(desk));
            rhythm.every(TIDY, "SMS and WhatsApp upkeep", on::forgetOld);
        });
        email.ifPresent(on -> running.push(on.watch(desk)));
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
                        set.whatsApp().flatMap(PhoneNumber::parse)),
                url.get()));
    }

    private static Optional<MailSettings> mail(Settings.Mail mail) {
        if (mail.smtp().isEmpty() || mail.from().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new MailSettings(
                mail.imap().map(url -> server("IMAP_URL", url)),
                server("SMTP_URL", mail.smtp().get()),
                mail.from().get()));
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
