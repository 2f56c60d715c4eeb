package jo.sawt.ticketing.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;
import jo.sawt.ticketing.Caller;
import jo.sawt.ticketing.OutboxEntry;
import jo.sawt.ticketing.Outcome;
import jo.sawt.ticketing.Reference;
import jo.sawt.ticketing.StaffDesk;
import jo.sawt.ticketing.Ticket;

/** {@code /api/v1/outbox/dead}: messages that no channel would take, and another try for each. */
public final class OutboxRoutes implements HttpService {
    private static final String DEAD = "/api/v1/outbox/dead";

    private final StaffDesk desk;
    private final Answers answers;

    public OutboxRoutes(StaffDesk desk) {
        this.desk = desk;
        this.answers = new Answers(desk);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(DEAD, this::list).post(DEAD + "/retry", this::retry);
    }

    private void list(ServerRequest request, ServerResponse response) {
        Caller caller = Callers.with(request, Roles.OF_DELIVERY);
        int limit = new Query(request).limit();
        ObjectNode json = Json.object();
        ArrayNode items = json.putArray("items");
        for (Ticket ticket : desk.dead(caller, limit)) {
            ticket.talk().owed().outbox().stream()
                    .filter(entry -> entry.state() == OutboxEntry.State.DEAD)
                    .limit(Math.max(0, limit - items.size()))
                    .forEach(entry -> items.add(json(ticket, entry)));
        }
        json.putNull("next");
        Json.send(response, json);
    }

    /** {@code {"reference","seq"}} names the message as the list does. */
    private void retry(ServerRequest request, ServerResponse response) {
        Caller caller = Callers.with(request, Roles.OF_DELIVERY);
        Body body = Body.of(request);
        Optional<Reference> reference = body.value("reference", Reference::parse);
        long seq = body.number("seq", 1, Integer.MAX_VALUE);
        body.check();
        Outcome outcome = desk.retry(caller, reference.orElseThrow(), seq);
        answers.send(request, response, caller, outcome);
    }

    private static ObjectNode json(Ticket ticket, OutboxEntry entry) {
        ObjectNode json = Json.object()
                .put("reference", ticket.reference().value())
                .put("seq", entry.seq())
                .put("channel", ticket.channel().wire())
                .put("attempts", entry.attempts().made());
        Json.put(json, "code", entry.code());
        return json;
    }
}
