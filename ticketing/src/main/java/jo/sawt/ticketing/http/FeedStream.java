package jo.sawt.ticketing.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.sse.SseEvent;
import io.helidon.webserver.sse.SseSink;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import jo.sawt.ticketing.Caller;
import jo.sawt.ticketing.Reference;
import jo.sawt.ticketing.TicketEvent;
import org.jspecify.annotations.Nullable;

/** One reader of the feed: what it has not been sent yet, bounded, and who it is, asked again each few seconds. */
final class FeedStream {
    private static final int MOST_WAITING = 1_000;
    private static final long LOOK_SECONDS = 2;
    private static final int LOOKS_BETWEEN_BEATS = 7;

    private final Supplier<Optional<Caller>> caller;
    private final BiPredicate<Caller, Reference> maySee;
    private final BlockingQueue<TicketEvent> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Map<Reference, Long> replayed = new HashMap<>();
    private volatile boolean ended;

    FeedStream(Supplier<Optional<Caller>> caller, BiPredicate<Caller, Reference> maySee) {
        this.caller = caller;
        this.maySee = maySee;
    }

    /** Takes an event without ever waiting; a reader that is too slow is cut off, and comes back for what it missed. */
    void offer(TicketEvent event) {
        if (!waiting.offer(event)) {
            ended = true;
        }
    }

    void end() {
        ended = true;
    }

    /** Sends what was missed and then what comes, until the end; an error of the connection is an end like another. */
    void run(SseSink sink, List<TicketEvent> missed) {
        try {
            sink.emit(beat("open"));
            for (TicketEvent event : missed) {
                replayed.merge(event.ticket(), event.version(), Math::max);
                send(sink, event);
            }
            follow(sink);
        } catch (UncheckedIOException e) {
            ended = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(SseSink sink) throws InterruptedException {
        int quiet = 0;
        while (!ended) {
            @Nullable TicketEvent event = waiting.poll(LOOK_SECONDS, TimeUnit.SECONDS);
            if (event == null && caller.get().isEmpty()) {
                return;
            }
            if (event != null && event.version() > replayed.getOrDefault(event.ticket(), 0L)) {
                send(sink, event);
                quiet = 0;
            } else if (++quiet >= LOOKS_BETWEEN_BEATS) {
                sink.emit(beat("ping"));
                quiet = 0;
            }
        }
    }

    private void send(SseSink sink, TicketEvent event) {
        Optional<Caller> now = caller.get();
        if (now.isEmpty()) {
            ended = true;
            return;
        }
        if (maySee.test(now.get(), event.ticket())) {
            sink.emit(SseEvent.builder()
                    .id(EventId.of(event).wire())
                    .name(event.type())
                    .data(json(event).toString())
                    .build());
        }
    }

    /** Says that the stream is open or alive; names no ticket. */
    private static SseEvent beat(String name) {
        return SseEvent.builder().name(name).data("{}").build();
    }

    private static ObjectNode json(TicketEvent event) {
        return Json.object()
                .put("reference", event.ticket().value())
                .put("version", event.version())
                .put("type", event.type())
                .put("at", event.at().toString());
    }
}
