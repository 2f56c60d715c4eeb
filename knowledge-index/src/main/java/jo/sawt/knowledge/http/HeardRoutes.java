package jo.sawt.knowledge.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jo.sawt.knowledge.Editor;
import jo.sawt.knowledge.Facet;
import jo.sawt.knowledge.Flaw;
import jo.sawt.knowledge.Gathering;
import jo.sawt.knowledge.Heard;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.Utterance;

/** {@code /utterances/candidates}: questions from conversations whose answer was confirmed, for an editor to accept or reject. */
public final class HeardRoutes implements HttpService {
    private static final String CANDIDATES = "/api/v1/utterances/candidates";
    private static final List<String> STATES =
            Arrays.stream(Heard.State.values()).map(Heard.State::wire).toList();

    private final Gathering gathering;
    private final Conversations conversations;
    private final EditorGate gate;
    private final InstantSource clock;

    public HeardRoutes(Gathering gathering, Conversations conversations, EditorGate gate, InstantSource clock) {
        this.gathering = gathering;
        this.conversations = conversations;
        this.gate = gate;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(CANDIDATES, this::list)
                .post(CANDIDATES, this::confirm)
                .post(CANDIDATES + "/{id}/accept", this::accept)
                .post(CANDIDATES + "/{id}/reject", this::reject);
    }

    private void list(ServerRequest request, ServerResponse response) {
        Editor editor = gate.require(request);
        Query query = new Query(request);
        Page page = Page.of(query);
        Heard.State state =
                query.oneOf("state", STATES).flatMap(Heard.State::parse).orElse(Heard.State.OPEN);
        Optional<String> service = query.id("service");
        List<Heard> wanted = UtteranceRoutes.reached(request, () -> gathering.in(state, editor)).stream()
                .filter(one ->
                        service.isEmpty() || service.get().equals(one.service().value()))
                .toList();
        Page.Part<Heard> part = page.of(wanted, Heard::id);
        List<ObjectNode> items = part.items().stream().map(HeardRoutes::json).toList();
        Answer.json(response, Answer.list(items, part.next()));
    }

    /** {@code {"ticket","seq","service","facet"?}}: a member of staff says which service a citizen's message was about. */
    private void confirm(ServerRequest request, ServerResponse response) {
        ObjectNode body = Body.object(request);
        String ticket = body.path("ticket").asText("");
        long seq = body.path("seq").asLong(0);
        Conversations.Said said = conversations
                .said(request, ticket, seq)
                .orElseThrow(() -> Problems.of(request, Status.NOT_FOUND_404, Problems.NO_MESSAGE));
        List<Flaw> flaws = new ArrayList<>();
        Optional<ServiceId> service = service(body.path("service").asText(""), flaws);
        Optional<Facet> facet = facet(body.path("facet").asText(""), flaws);
        if (!flaws.isEmpty()) {
            throw Problems.invalid(request, flaws);
        }
        Heard.Source source = new Heard.Source(
                ticket, said.channel(), Heard.Confirmation.STAFF, Optional.of(said.by()), clock.instant());
        Gathering.Hearing hearing = gathering.hear(service.orElseThrow(), said.text(), facet, source);
        if (hearing == Gathering.Hearing.LOST) {
            throw Problems.away(request);
        }
        response.status(hearing == Gathering.Hearing.NOTED ? Status.CREATED_201 : Status.OK_200);
        Answer.json(response, JsonNodeFactory.instance.objectNode().put("outcome", hearing.wire()));
    }

    private static Optional<ServiceId> service(String text, List<Flaw> flaws) {
        try {
            return Optional.of(new ServiceId(text));
        } catch (IllegalArgumentException e) {
            flaws.add(new Flaw("/service", Problems.NO_SERVICE));
            return Optional.empty();
        }
    }

    private static Optional<Facet> facet(String text, List<Flaw> flaws) {
        Optional<Facet> facet = Facet.parse(text);
        if (facet.isEmpty() && !text.isEmpty()) {
            flaws.add(new Flaw("/facet", Problems.NO_FACET));
        }
        return facet;
    }

    /** {@code {"text"?,"register"?,"facet"?}}: takes it as it is, or as the editor puts it. */
    private void accept(ServerRequest request, ServerResponse response) {
        Editor editor = gate.require(request);
        String id = request.path().pathParameters().get("id");
        Utterance proposed = UtteranceRoutes.reached(request, () -> gathering.proposed(id))
                .orElseThrow(() -> Problems.of(request, Status.NOT_FOUND_404, Problems.NO_CANDIDATE));
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("text", proposed.text())
                .put("register", proposed.register())
                .put("facet", proposed.facet() == null ? null : proposed.facet().wire());
        if (request.content().hasEntity()) {
            line.setAll(Body.object(request));
        }
        Utterance way = UtteranceRoutes.read(request, proposed.service(), line);
        answer(request, response, UtteranceRoutes.reached(request, () -> gathering.accept(id, way, editor)));
    }

    private void reject(ServerRequest request, ServerResponse response) {
        Editor editor = gate.require(request);
        String id = request.path().pathParameters().get("id");
        String reason = request.content().hasEntity() ? ServiceEditing.reason(request, Body.object(request)) : "";
        answer(request, response, UtteranceRoutes.reached(request, () -> gathering.reject(id, reason, editor)));
    }

    private static void answer(ServerRequest request, ServerResponse response, Gathering.Judging judging) {
        switch (judging) {
            case Gathering.Judging.Judged judged -> Answer.json(response, json(judged.heard()));
            case Gathering.Judging.Gone none -> throw Problems.of(request, Status.NOT_FOUND_404, Problems.NO_CANDIDATE);
            case Gathering.Judging.Refused refused -> throw Problems.invalid(request, refused.flaws());
            case Gathering.Judging.NotAllowed none ->
                throw Problems.of(request, Status.FORBIDDEN_403, Problems.NOT_YOURS);
        }
    }

    private static ObjectNode json(Heard heard) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", heard.id())
                .put("service", heard.service().value())
                .put("text", heard.text())
                .put("facet", heard.facet().map(Facet::wire).orElse(null))
                .put("state", heard.state().wire())
                .put("times", heard.times());
        ArrayNode sources = json.putArray("sources");
        heard.sources()
                .forEach(source -> sources.addObject()
                        .put("ticket", source.ticket())
                        .put("channel", source.channel())
                        .put("confirmed", source.confirmation().wire())
                        .put("by", source.by().orElse(null))
                        .put("at", source.at().toString()));
        heard.verdict()
                .ifPresent(verdict -> json.putObject("verdict")
                        .put("by", verdict.by())
                        .put("at", verdict.at().toString())
                        .put("reason", verdict.reason()));
        return json;
    }
}
