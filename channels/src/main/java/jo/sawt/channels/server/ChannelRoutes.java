package jo.sawt.channels.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Role;
import jo.sawt.ticketing.Traffic;
import jo.sawt.ticketing.http.Callers;

/** {@code GET /api/v1/channels}: how each channel stands on this node, for the operator. */
final class ChannelRoutes implements HttpService {
    private static final Set<Role> OPERATORS = Set.of(Role.SUPERVISOR, Role.ADMIN);

    private final Supplier<List<Standing>> standings;

    ChannelRoutes(Supplier<List<Standing>> standings) {
        this.standings = standings;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/api/v1/channels", this::list);
    }

    private void list(ServerRequest request, ServerResponse response) {
        Callers.with(request, OPERATORS);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode items = json.putArray("items");
        standings.get().forEach(standing -> items.add(json(standing)));
        json.putNull("next");
        response.header(HeaderValues.CONTENT_TYPE_JSON);
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        response.send(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode json(Standing standing) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("channel", standing.channel().wire())
                .put("on", standing.on());
        put(json, "connectedSince", standing.connectedSince());
        put(json, "lastIn", standing.passed().lastIn());
        put(json, "lastOut", standing.passed().lastOut());
        json.put("waiting", standing.waiting());
        ArrayNode failing = json.putArray("failing");
        standing.failing()
                .forEach(why -> failing.addObject()
                        .put("code", why.code())
                        .put("since", why.since().toString()));
        return json;
    }

    private static void put(ObjectNode json, String field, Optional<Instant> at) {
        at.ifPresentOrElse(it -> json.put(field, it.toString()), () -> json.putNull(field));
    }

    /**
     * How a channel stands.
     *
     * @param waiting messages owed that were not taken yet
     * @param failing what does not work now, and why
     */
    record Standing(
            Channel channel,
            boolean on,
            Optional<Instant> connectedSince,
            Traffic.Passed passed,
            long waiting,
            List<Traffic.Failing> failing) {}
}
