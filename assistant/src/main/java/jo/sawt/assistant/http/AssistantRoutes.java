package jo.sawt.assistant.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import jo.sawt.assistant.Answered;
import jo.sawt.assistant.Asked;
import jo.sawt.assistant.Assistant;
import jo.sawt.ticketing.Citation;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Option;
import jo.sawt.ticketing.Understanding;

/** {@code POST /api/v1/assistant/answers}: what the assistant decides about a text, without opening a ticket. */
public final class AssistantRoutes implements HttpService {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Supplier<Assistant> assistant;
    private final Threads threads;

    public AssistantRoutes(Assistant assistant, InstantSource clock) {
        this(() -> assistant, clock);
    }

    /** With an assistant that may still be learning, and is asked for with each request. */
    public AssistantRoutes(Supplier<Assistant> assistant, InstantSource clock) {
        this.assistant = assistant;
        this.threads = new Threads(clock, Threads.MOST);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/api/v1/assistant/answers", this::answer);
    }

    private void answer(ServerRequest request, ServerResponse response) {
        Body body = Body.of(request, language(request));
        String session = body.session().orElseGet(AssistantRoutes::newSession);
        Optional<Threads.Held> before = threads.of(session);
        Answered answered = assistant
                .get()
                .answer(new Asked(
                        body.text(),
                        body.channel(),
                        body.lang(),
                        before.map(Threads.Held::lang),
                        before.map(Threads.Held::offered).orElse(List.of()),
                        before.map(Threads.Held::memory).orElse(Map.of())));
        Understanding of = answered.decision().understanding();
        threads.keep(
                session, new Threads.Held(of.lang(), answered.decision().reply().options(), of.memory()));
        response.header(HeaderValues.CONTENT_TYPE_JSON);
        response.send(json(answered, session).toString());
    }

    private static ObjectNode json(Answered answered, String session) {
        Understanding of = answered.decision().understanding();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("outcome", answered.outcome());
        json.put("kind", of.kind().wire());
        json.put("lang", of.lang().wire());
        named(json, "service", answered.service());
        named(json, "department", answered.department());
        json.put("facet", of.facet().orElse(null));
        json.put("answer", answered.decision().reply().text());
        citations(json.putArray("citations"), answered.decision().reply().citations());
        options(json.putArray("options"), answered.decision().reply().options());
        json.put("confidence", Math.round(of.confidence() * 1000) / 1000.0);
        json.put("session", session);
        return json;
    }

    private static void named(ObjectNode json, String field, Optional<Answered.Named> named) {
        if (named.isEmpty()) {
            json.putNull(field);
        } else {
            json.putObject(field)
                    .put("id", named.get().id())
                    .put("name", named.get().name());
        }
    }

    private static void citations(ArrayNode array, List<Citation> citations) {
        for (Citation citation : citations) {
            array.addObject()
                    .put("type", citation.type())
                    .put("id", citation.id())
                    .put("version", citation.version())
                    .put("field", citation.field())
                    .put("effectiveFrom", citation.effectiveFrom().toString());
        }
    }

    private static void options(ArrayNode array, List<Option> options) {
        for (Option option : options) {
            array.addObject().put("id", option.id()).put("label", option.label());
        }
    }

    private static Lang language(ServerRequest request) {
        String accepted = request.headers().first(HeaderNames.ACCEPT_LANGUAGE).orElse("ar");
        return accepted.strip().toLowerCase(Locale.ROOT).startsWith("en") ? Lang.EN : Lang.AR;
    }

    private static String newSession() {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
