package jo.sawt.ticketing.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.sse.SseSink;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jo.sawt.ticketing.Caller;
import jo.sawt.ticketing.Feed;
import jo.sawt.ticketing.Reference;
import jo.sawt.ticketing.Sessions;
import jo.sawt.ticketing.StaffDesk;
import jo.sawt.ticketing.TicketEvent;
import jo.sawt.ticketing.Tickets;

/**
 * {@code GET /api/v1/feed}: server-sent events of the tickets that the caller may see. After a break {@code Last-Event-ID}
 * brings what has changed since, each ticket once at its newest; an event may come twice, and is the same by its ticket and
 * version. The stream ends when the caller may act no longer, or reads too slowly.
 */
public final class FeedRoutes implements HttpService, AutoCloseable {
    private static final HeaderName LAST_EVENT_ID = HeaderNames.create("Last-Event-ID");
    private static final int MOST_REPLAYED = 1_000;

    /** Clocks of nodes differ and writes overtake each other: a replay begins this much earlier. */
    private static final Duration OVERLAP = Duration.ofSeconds(5);

    private final Feed feed;
    private final Tickets tickets;
    private final StaffDesk desk;
    private final Sessions sessions;
    private final Set<FeedStream> streams = ConcurrentHashMap.newKeySet();

    public FeedRoutes(Feed feed, Tickets tickets, StaffDesk desk, Sessions sessions) {
        this.feed = feed;
        this.tickets = tickets;
        this.desk = desk;
        this.sessions = sessions;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/api/v1/feed", this::follow);
    }

    private void follow(ServerRequest request, ServerResponse response) {
        Callers.with(request, Roles.OF_TICKETS);
        String token = Callers.token(request).orElseThrow(() -> Problem.notSignedIn(request));
        Optional<EventId> last = request.headers().first(LAST_EVENT_ID).map(id -> lastId(request, id));
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        FeedStream stream = new FeedStream(() -> sessions.caller(token), this::maySee);
        streams.add(stream);
        Feed.Subscription live = feed.subscribe(stream::offer);
        try (SseSink sink = response.sink(SseSink.TYPE)) {
            List<TicketEvent> missed = last.map(this::after).orElse(List.of());
            stream.run(sink, missed);
        } finally {
            live.close();
            streams.remove(stream);
        }
    }

    /** Ends all streams, so that the server can stop. */
    @Override
    public void close() {
        streams.forEach(FeedStream::end);
    }

    @Override
    public void afterStop() {
        close();
    }

    private boolean maySee(Caller caller, Reference reference) {
        return desk.ticket(caller, reference).isPresent();
    }

    /** What has changed since, but for the very event that came last. */
    private List<TicketEvent> after(EventId last) {
        return tickets.changedSince(last.at().minus(OVERLAP), MOST_REPLAYED).stream()
                .filter(event -> !EventId.of(event).equals(last))
                .toList();
    }

    private static EventId lastId(ServerRequest request, String id) {
        return EventId.parse(id).orElseThrow(() -> Problem.malformed(request, "staff.cursor"));
    }
}
