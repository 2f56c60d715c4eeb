package jo.sawt.channels.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.sse.SseEvent;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.sse.SseSink;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jo.sawt.ticketing.Conversation;
import jo.sawt.ticketing.DeskUnavailable;
import jo.sawt.ticketing.Feed;
import org.jspecify.annotations.Nullable;

/**
 * One reader of a conversation as server-sent events: the frames of the socket, messages under their number as the event
 * id. It lives on the thread of its connection, which sleeps until something happens.
 */
final class ChatStream implements Readers.Reader {
    private final ChatDesk desk;
    private final Readers readers;
    private final Duration heartbeat;
    private final InstantSource clock;
    private final Semaphore wakes = new Semaphore(0);
    private final Thread connection = Thread.currentThread();
    private volatile @Nullable Instant writing;
    private volatile boolean stopping;

    ChatStream(ChatDesk desk, Readers readers, Duration heartbeat, InstantSource clock) {
        this.desk = desk;
        this.readers = readers;
        this.heartbeat = heartbeat;
        this.clock = clock;
    }

    /** Runs until the reader goes or the server stops. */
    void run(SessionId session, long after, ServerResponse response) {
        Feed.Subscription following = desk.follow(session, wakes::release);
        try {
            Conversation first = desk.conversation(session, after);
            try (SseSink sink = response.sink(SseSink.TYPE)) {
                Tail tail = desk.tail(session, Math.min(after, first.seq()), frame -> emit(sink, frame));
                tail.deliver(first);
                follow(tail, sink);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            following.close();
            readers.remove(this);
        }
    }

    @Override
    public void check(Instant now) {
        Instant since = writing;
        if (since != null && since.plus(Wire.PATIENCE).isBefore(now)) {
            // Interrupting a virtual thread that is blocked in a write closes its socket.
            connection.interrupt();
        }
    }

    @Override
    public void stop() {
        stopping = true;
        wakes.release();
    }

    private void follow(Tail tail, SseSink sink) throws InterruptedException {
        while (!stopping) {
            if (wakes.tryAcquire(heartbeat.toMillis(), TimeUnit.MILLISECONDS)) {
                wakes.drainPermits();
                try {
                    tail.deliver();
                } catch (DeskUnavailable e) {
                    // The reader comes back with the number of its last event.
                    return;
                }
            } else {
                emit(sink, Frames.pong());
            }
        }
    }

    private void emit(SseSink sink, ObjectNode frame) {
        SseEvent.Builder event = SseEvent.builder()
                .name(frame.path("type").textValue())
                .data(frame.toString().getBytes(StandardCharsets.UTF_8));
        JsonNode seq = frame.path("seq");
        if (seq.isNumber()) {
            event.id(seq.asText());
        }
        writing = clock.instant();
        try {
            sink.emit(event.build());
        } finally {
            writing = null;
        }
    }
}
