package jo.sawt.channels.email;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
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
    private final InstantSource clock;
    private final Mailbox.Reading reading;
    private final Thread thread;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile MailboxState state = MailboxState.NEVER;
    private volatile @Nullable Mailbox open;

    MailWatch(MailServer server, Mailbox.Reading reading) {
        this.server = server;
        this.clock = reading.clock();
        this.reading = reading;
        this.thread = Thread.ofVirtual().name("mailbox").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    MailboxState state() {
        return state;
    }

    private void run() {
        Duration pause = SHORTEST;
        while (!isStopped()) {
            try (Mailbox mailbox = Mailbox.open(server, reading);
                    ScheduledExecutorService alarm = Executors.newSingleThreadScheduledExecutor()) {
                var unused = alarm.scheduleAtFixedRate(
                        () -> wake(mailbox), EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
                pause = SHORTEST;
                opened(mailbox);
                try {
                    read(mailbox);
                } finally {
                    open = null;
                    alarm.shutdownNow();
                }
                failed("closed");
            } catch (MessagingException | IOException | RuntimeException e) {
                // Whatever it is, mail goes on being read; what was not stored is read again.
                String why = e instanceof NotEncrypted
                        ? NotEncrypted.CODE
                        : e.getClass().getSimpleName();
                failed(why);
                LOG.log(System.Logger.Level.WARNING, "the mailbox is not read: {0}", why);
            }
            pause = rest(pause);
        }
    }

    private void opened(Mailbox mailbox) {
        open = mailbox;
        state = new MailboxState(Optional.of(clock.instant()), Optional.empty());
        MailMeters.mailbox("connected");
    }

    private void failed(String why) {
        if (!isStopped()) {
            Instant now = clock.instant();
            state = new MailboxState(Optional.empty(), Optional.of(new MailboxState.Failing(why, now)));
            MailMeters.mailbox("lost");
        }
    }

    private boolean isStopped() {
        return stop.getCount() == 0;
    }

    private void read(Mailbox mailbox) throws MessagingException, IOException {
        while (!isStopped() && mailbox.isOpen()) {
            if (mailbox.readNew() == 0 && !isStopped()) {
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
            if (stop.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                return pause;
            }
        } catch (InterruptedException e) {
            stop.countDown();
        }
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
    }

    @Override
    public void close() {
        stop.countDown();
        Mailbox mailbox = open;
        if (mailbox != null) {
            wake(mailbox);
        }
        thread.interrupt();
    }
}
