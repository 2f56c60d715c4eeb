package jo.sawt.channels.email;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jo.sawt.ticketing.ChannelSender;
import jo.sawt.ticketing.Desk;
import jo.sawt.ticketing.Files;
import jo.sawt.ticketing.Returns;

/** The whole channel, to be put together with a desk: its sender and the watch over its mailboxes. */
public final class Email implements AutoCloseable {
    private final MailSettings settings;
    private final MailStore store;
    private final Files files;
    private final InstantSource clock;
    private final List<MailWatch> watches = new ArrayList<>();
    private final List<MailSender> senders = new ArrayList<>();

    private Email(MailSettings settings, MailStore store, Files files, InstantSource clock) {
        this.settings = settings;
        this.store = store;
        this.files = files;
        this.clock = clock;
    }

    public static Email of(MailSettings settings, MailStore store, Files files, InstantSource clock) {
        return new Email(settings, store, files, clock);
    }

    public ChannelSender sender() {
        MailSender sender = new MailSender(settings, store, files, clock);
        senders.add(sender);
        return sender;
    }

    /** Reads the mailboxes, where there are any, until closed. */
    public Email watch(Desk desk, Returns returns) {
        MailIntake intake = new MailIntake(desk, returns, files, store, settings, clock);
        for (MailServer mailbox : settings.mailboxes()) {
            MailWatch watch = new MailWatch(
                    mailbox,
                    new Mailbox.Reading(
                            intake, store.places(), new Doors(settings, clock), clock, new ConcurrentHashMap<>()));
            watches.add(watch);
            watch.start();
        }
        return this;
    }

    /** How each mailbox stands. */
    public List<MailboxState> mailboxes() {
        return watches.stream().map(MailWatch::state).toList();
    }

    /** What staff may do with letters that were kept back. */
    public QuarantineDesk quarantine(Desk desk, Returns returns) {
        return new QuarantineDesk(
                store.quarantine(), Optional.of(new MailIntake(desk, returns, files, store, settings, clock)), clock);
    }

    @Override
    public void close() {
        watches.forEach(MailWatch::close);
        senders.forEach(MailSender::close);
    }
}
