package jo.sawt.channels.email;

import java.time.InstantSource;
import jo.sawt.ticketing.ChannelSender;
import jo.sawt.ticketing.Desk;

/** The whole channel, to be put together with a desk: its sender and the watch over its mailbox. */
public final class Email {
    private final MailSettings settings;
    private final MailStore store;
    private final InstantSource clock;

    private Email(MailSettings settings, MailStore store, InstantSource clock) {
        this.settings = settings;
        this.store = store;
        this.clock = clock;
    }

    public static Email of(MailSettings settings, MailStore store, InstantSource clock) {
        return new Email(settings, store, clock);
    }

    public ChannelSender sender() {
        return new MailSender(settings, store.threads(), clock);
    }

    /** Reads the mailbox, where there is one, until closed. */
    public AutoCloseable watch(Desk desk) {
        if (settings.imap().isEmpty()) {
            return () -> {};
        }
        MailWatch watch = new MailWatch(settings.imap().get(), new MailIntake(desk, store, settings.own(), clock));
        watch.start();
        return watch;
    }
}
