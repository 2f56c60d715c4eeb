package jo.sawt.channels.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.common.buffers.BufferData;
import io.helidon.webserver.ConnectionContext;
import io.helidon.websocket.WsSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The sending side of one socket. A write blocks while the citizen's program does not read, so nothing piles up here; who
 * does not read for {@link #PATIENCE} is cut off and may come back. A broken socket swallows what is written to it: the
 * reading side finds out by itself. One thread at a time, but for {@link #cut} and {@link #isStuck}.
 */
final class Wire {
    static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final WsSession session;
    private final InstantSource clock;
    private volatile @Nullable Instant writing;
    private volatile @Nullable Instant closed;
    private volatile boolean broken;

    Wire(WsSession session, InstantSource clock) {
        this.session = session;
        this.clock = clock;
    }

    void send(ObjectNode frame) {
        write(() -> session.send(frame.toString(), true));
    }

    void ping() {
        write(() -> session.ping(BufferData.empty()));
    }

    void pong(BufferData payload) {
        write(() -> session.pong(payload));
    }

    /** Says why it ends; the other side answers by closing. */
    void close(int code, String reason) {
        write(() -> session.close(code, reason));
        closed = clock.instant();
    }

    boolean isBroken() {
        return broken;
    }

    /** Whether the other side has not read, or not answered a farewell, for too long. */
    boolean isStuck(Instant now) {
        Instant since = writing;
        Instant end = closed;
        return (since != null && since.plus(PATIENCE).isBefore(now))
                || (end != null && end.plus(FAREWELL).isBefore(now));
    }

    /** Ends the connection at once, from any thread. */
    void cut() {
        broken = true;
        if (session.socketContext() instanceof ConnectionContext connection) {
            connection.serverSocket().close();
        }
    }

    private void write(Runnable frame) {
        if (broken || closed != null) {
            return;
        }
        writing = clock.instant();
        try {
            frame.run();
        } catch (RuntimeException e) {
            broken = true;
        } finally {
            writing = null;
        }
    }
}
