package jo.sawt.channels.server;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Runs small recurring work, each piece again some time after it ended; what fails is tried again the next time. */
final class Rhythm implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Rhythm.class.getName());

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(
            2, Thread.ofVirtual().name("rhythm-", 0).factory());

    void every(Duration pause, String name, Runnable work) {
        var unused = threads.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException e) {
                        LOG.log(
                                Level.WARNING,
                                "{0} failed: {1}",
                                name,
                                e.getClass().getSimpleName());
                    }
                },
                pause.toMillis(),
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
