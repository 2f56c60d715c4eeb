package jo.sawt.channels.email;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import jo.sawt.ticketing.Author;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.ChannelSender;
import jo.sawt.ticketing.Delivery;
import jo.sawt.ticketing.DeskUnavailable;
import jo.sawt.ticketing.Files;
import jo.sawt.ticketing.OutboundMessage;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** Sends an answer by SMTP, within the brakes that keep two machines from answering each other for ever. */
final class MailSender implements ChannelSender, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(MailSender.class.getName());
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration LATER = Duration.ofMinutes(5);

    private final MailSettings settings;
    private final MailStore store;
    private final Relay relay;
    private final Marks marks;
    private final LetterWriter writer;
    private final InstantSource clock;

    MailSender(MailSettings settings, MailStore store, Files files, InstantSource clock) {
        this.settings = settings;
        this.store = store;
        this.relay = new Relay(settings.smtp(), new Doors(settings, clock), clock);
        this.marks = new Marks(store.key().bytes(), settings);
        this.writer = new LetterWriter(settings, marks, files);
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public boolean carriesFiles() {
        return true;
    }

    /** SMTP tells nobody afterwards whether a letter was taken. */
    @Override
    public boolean oneAfterAnother() {
        return true;
    }

    @Override
    public Delivery send(OutboundMessage message) {
        Delivery delivery = attempt(message);
        MailMeters.sent(delivery.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        return delivery;
    }

    private Delivery attempt(OutboundMessage message) {
        try {
            Optional<String> brake = brake(message);
            if (brake.isPresent()) {
                store.brakes().suppressed(message, brake.get(), clock.instant());
                MailMeters.suppressed(brake.get());
                LOG.log(System.Logger.Level.WARNING, "message {0} is held back: {1}", message.id(), brake.get());
                return new Delivery.Rejected(brake.get());
            }
            store.sent().sent(message, clock.instant());
            post(message);
            return new Delivery.Sent(marks.messageId(message.id()));
        } catch (AddressException e) {
            return new Delivery.Rejected("address");
        } catch (AuthenticationFailedException e) {
            LOG.log(System.Logger.Level.ERROR, "the SMTP server refuses our user; message {0} waits", message.id());
            return new Delivery.Deferred("smtp-login", LATER);
        } catch (NotEncrypted e) {
            LOG.log(System.Logger.Level.ERROR, "the SMTP server is not spoken to in clear; {0} waits", message.id());
            return new Delivery.Deferred("smtp-" + NotEncrypted.CODE, SOON);
        } catch (MessagingException e) {
            return judged(message, e);
        } catch (DeskUnavailable e) {
            return new Delivery.Deferred("store-away", SOON);
        }
    }

    /** Why an automatic answer does not go out; what a person wrote always does. */
    private Optional<String> brake(OutboundMessage message) {
        if (message.from() != Author.ASSISTANT && message.from() != Author.SYSTEM) {
            return Optional.empty();
        }
        MailBrakes brakes = store.brakes();
        Instant now = clock.instant();
        if (brakes.hasComplained(message.to().address())) {
            return Optional.of("complained");
        }
        if (!brakes.mayAnswer(
                "ticket:" + message.ticket(), message.id(), settings.brakes().ticket(), now)) {
            return Optional.of("loop-brake-ticket");
        }
        return brakes.mayAnswer(
                        message.to().key(), message.id(), settings.brakes().address(), now)
                ? Optional.empty()
                : Optional.of("loop-brake");
    }

    private void post(OutboundMessage message) throws MessagingException {
        relay.send(writer.write(relay.session(), message, store.threads().find(message.to()), clock.instant()));
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

    @Override
    public void close() {
        relay.close();
    }
}
