package jo.sawt.channels.email;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.OptionalInt;
import jo.sawt.ticketing.Author;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.ChannelSender;
import jo.sawt.ticketing.Delivery;
import jo.sawt.ticketing.DeskUnavailable;
import jo.sawt.ticketing.OutboundMessage;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** Sends an answer by SMTP, within the brakes that keep two machines from answering each other for ever. */
final class MailSender implements ChannelSender {
    private static final System.Logger LOG = System.getLogger(MailSender.class.getName());
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration LATER = Duration.ofMinutes(5);

    private final MailSettings settings;
    private final MailThreads threads;
    private final LetterWriter writer;
    private final InstantSource clock;

    MailSender(MailSettings settings, MailThreads threads, InstantSource clock) {
        this.settings = settings;
        this.threads = threads;
        this.writer = new LetterWriter(settings);
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public Delivery send(OutboundMessage message) {
        Delivery delivery = attempt(message);
        MailMeters.sent(delivery.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        return delivery;
    }

    private Delivery attempt(OutboundMessage message) {
        try {
            boolean automatic = message.from() == Author.ASSISTANT || message.from() == Author.SYSTEM;
            if (automatic && !threads.mayAnswer(message.to(), message.id(), clock.instant())) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "message {0} is held back: the address had too many answers",
                        message.id());
                return new Delivery.Rejected("loop-brake");
            }
            post(message);
            return new Delivery.Sent(writer.id(message));
        } catch (AddressException e) {
            return new Delivery.Rejected("address");
        } catch (AuthenticationFailedException e) {
            LOG.log(System.Logger.Level.ERROR, "the SMTP server refuses our user; message {0} waits", message.id());
            return new Delivery.Deferred("smtp-login", LATER);
        } catch (MessagingException e) {
            return judged(message, e);
        } catch (DeskUnavailable e) {
            return new Delivery.Deferred("store-away", SOON);
        }
    }

    private void post(OutboundMessage message) throws MessagingException {
        MailServer smtp = settings.smtp();
        Session session = Session.getInstance(smtp.properties());
        MimeMessage letter = writer.write(session, message, threads.find(message.to()), clock.instant());
        try (Transport transport = session.getTransport(smtp.scheme())) {
            if (smtp.login().isPresent()) {
                transport.connect(
                        smtp.host(),
                        smtp.port(),
                        smtp.login().get().user(),
                        smtp.login().get().password());
            } else {
                transport.connect(smtp.host(), smtp.port(), null, null);
            }
            transport.sendMessage(letter, letter.getAllRecipients());
        }
    }

    /** A reply of 5xx is for ever, but for those that speak of the sender or the connection; all else may pass. */
    private static Delivery judged(OutboundMessage message, MessagingException e) {
        OptionalInt code = code(e);
        if (code.isPresent() && code.getAsInt() >= 550 && code.getAsInt() < 560) {
            return new Delivery.Rejected("smtp-" + code.getAsInt());
        }
        LOG.log(
                System.Logger.Level.WARNING,
                "message {0}, attempt {1}: not sent, {2}",
                message.id(),
                message.attempt(),
                e.getClass().getSimpleName());
        return new Delivery.Deferred(code.isPresent() ? "smtp-" + code.getAsInt() : "smtp", SOON);
    }

    private static OptionalInt code(MessagingException e) {
        OptionalInt code = OptionalInt.empty();
        for (@org.jspecify.annotations.Nullable Exception at = e;
                at instanceof MessagingException failure;
                at = failure.getNextException()) {
            if (at instanceof SMTPAddressFailedException failed) {
                return OptionalInt.of(failed.getReturnCode());
            }
            if (at instanceof SMTPSendFailedException failed) {
                code = OptionalInt.of(failed.getReturnCode());
            } else if (at instanceof SMTPSenderFailedException failed) {
                code = OptionalInt.of(Math.min(failed.getReturnCode(), 499));
            }
        }
        return code;
    }
}
