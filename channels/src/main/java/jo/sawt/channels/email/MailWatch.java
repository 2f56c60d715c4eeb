package jo.sawt.channels.email;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps a mailbox read: at once by IDLE, and in any case every while; a lost connection is made anew. */
final class MailWatch implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(MailWatch.class.getName());
    /** Well under the half hour after which servers end an IDLE, and under the time limit of an answer. */
    private static final Duration EVERY = Duration.ofSeconds(25);

    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final MailServer server;
    private final MailIntake intake;
    private final Thread thread;
    private volatile boolean stopped;
    private volatile @Nullable Mailbox open;

    MailWatch(MailServer server, MailIntake intake) {
        this.server = server;
        this.intake = intake;
        this.thread = Thread.ofVirtual().name("mailbox").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        Duration pause = SHORTEST;
        while (!stopped) {
            try (Mailbox mailbox = Mailbox.open(server, intake);
                    ScheduledExecutorService alarm = Executors.newSingleThreadScheduledExecutor()) {
                var unused = alarm.scheduleAtFixedRate(
                        () -> wake(mailbox), EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
                pause = SHORTEST;
                open = mailbox;
                try {
                    read(mailbox);
                } finally {
                    open = null;
                    alarm.shutdownNow();
                }
            } catch (MessagingException | IOException | RuntimeException e) {
                // Whatever it is, mail goes on being read; what was not stored is still unseen.
                LOG.log(
                        System.Logger.Level.WARNING,
                        "the mailbox is not read: {0}",
                        e.getClass().getSimpleName());
            }
            pause = rest(pause);
        }
    }

    private void read(Mailbox mailbox) throws MessagingException, IOException {
        while (!stopped && mailbox.isOpen()) {
            if (mailbox.readNew() == 0 && !stopped) {
                mailbox.await();
            }
        }
    }

    private static void wake(Mailbox mailbox) {
        try {
            mailbox.wake();
        } catch (MessagingException | IllegalStateException e) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "the mailbox is gone: {0}",
                    e.getClass().getSimpleName());
        }
    }

    private Duration rest(Duration pause) {
        try {
            if (!stopped) {
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            stopped = true;
        }
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
    }

    @Override
    public void close() {
        stopped = true;
        Mailbox mailbox = open;
        if (mailbox != null) {
            wake(mailbox);
        }
        thread.interrupt();
    }
}
