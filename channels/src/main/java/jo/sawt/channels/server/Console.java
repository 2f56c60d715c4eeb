package jo.sawt.channels.server;

import java.io.PrintStream;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What the operator reads while Sawt starts: plain lines, and one for whatever takes more than a second. */
final class Console implements AutoCloseable {
    private final PrintStream out;
    private final ScheduledExecutorService patience =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

    Console(PrintStream out) {
        this.out = out;
    }

    void line(String text) {
        out.println(text);
        out.flush();
    }

    /** Does something, and says so if it takes long. */
    <T> T step(String what, Supplier<T> work) {
        var notice = patience.schedule(() -> line(what + " …"), 1, TimeUnit.SECONDS);
        try {
            return work.get();
        } finally {
            notice.cancel(false);
        }
    }

    @Override
    public void close() {
        patience.shutdownNow();
    }
}
