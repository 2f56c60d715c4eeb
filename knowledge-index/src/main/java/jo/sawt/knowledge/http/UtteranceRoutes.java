package jo.sawt.knowledge.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import jo.sawt.knowledge.Attention;
import jo.sawt.knowledge.Confusion;
import jo.sawt.knowledge.Editor;
import jo.sawt.knowledge.Facet;
import jo.sawt.knowledge.Filing;
import jo.sawt.knowledge.LiveRegistry;
import jo.sawt.knowledge.Reading;
import jo.sawt.knowledge.RecordKind;
import jo.sawt.knowledge.RecordReader;
import jo.sawt.knowledge.RecordWriter;
import jo.sawt.knowledge.RegistryUnavailable;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.knowledge.ServiceUtterances;
import jo.sawt.knowledge.Snapshot;
import jo.sawt.knowledge.Utterance;
import jo.sawt.knowledge.Ways;

/** {@code /services/{id}/utterances} and {@code /utterances/attention}: the ways in which people ask, for editors. */
public final class UtteranceRoutes implements HttpService {
    private static final String WAYS = "/api/v1/services/{id}/utterances";

    private final LiveRegistry registry;
    private final Ways ways;
    private final Supplier<Optional<List<Confusion>>> confusions;
    private final EditorGate gate;

    /** Confusions are asked for with each list of services that need attention; empty while they are not judged yet. */
    public UtteranceRoutes(LiveRegistry registry, Supplier<Optional<List<Confusion>>> confusions, EditorGate gate) {
        this.registry = registry;
        this.ways = new Ways(registry);
        this.confusions = confusions;
        this.gate = gate;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(WAYS, this::list)
                .post(WAYS, this::add)
                .delete(WAYS + "/{way}", this::remove)
                .get("/api/v1/utterances/attention", this::attention);
    }

    private void list(ServerRequest request, ServerResponse response) {
        gate.require(request);
        ServiceId id = known(request, registry.snapshot());
        Query query = new Query(request);
        Page page = Page.of(query);
        Optional<String> register = query.oneOf("register", List.copyOf(RecordReader.REGISTERS));
        Optional<Facet> facet =
                query.oneOf("facet", List.copyOf(RecordReader.FACETS)).flatMap(Facet::parse);
        List<Utterance> wanted = ways.of(id).stream()
                .filter(way -> register.isEmpty() || register.get().equals(way.register()))
                .filter(way -> facet.isEmpty() || facet.get() == way.facet())
                .toList();
        Page.Part<Utterance> part = page.of(wanted, Utterance::id);
        List<ObjectNode> items =
                part.items().stream().map(UtteranceRoutes::json).toList();
        Answer.json(response, Answer.list(items, part.next()));
    }

    /** {@code {"text","register"?,"facet"?}}. */
    private void add(ServerRequest request, ServerResponse response) {
        Editor editor = gate.require(request);
        ServiceId id = known(request, registry.snapshot());
        Utterance way = read(request, id, Body.object(request));
        switch (reached(request, () -> ways.add(way, editor, ""))) {
            case Filing.Filed filed -> {
                response.status(Status.CREATED_201);
                Answer.json(response, json(way));
            }
            case Filing.Unchanged unchanged -> Answer.json(response, json(way));
            case Filing.Refused refused -> throw Problems.invalid(request, refused.flaws());
            case Filing.Conflict conflict ->
                throw Problems.of(request, Status.CONFLICT_409, Problems.conflict(conflict.newest()));
            case Filing.NotYours none -> throw Problems.of(request, Status.FORBIDDEN_403, Problems.NOT_YOURS);
        }
    }

    /** A way of asking from a body that names no service. */
    static Utterance read(ServerRequest request, ServiceId service, ObjectNode body) {
        ObjectNode line = body.deepCopy().put("service", service.value());
        return switch (RecordReader.record(RecordKind.UTTERANCES, line)) {
            case Reading.Sound sound
            when sound.record() instanceof ServiceUtterances read -> read.ways().getFirst();
            case Reading.Sound sound -> throw Problems.of(request, Status.BAD_REQUEST_400, Problems.NOT_JSON);
            case Reading.Flawed flawed -> throw Problems.invalid(request, flawed.flaws());
        };
    }

    private void remove(ServerRequest request, ServerResponse response) {
        Editor editor = gate.require(request);
        ServiceId id = known(request, registry.snapshot());
        String way = request.path().pathParameters().get("way");
        switch (reached(request, () -> ways.remove(id, way, editor, ""))) {
            case Filing.Filed filed -> response.status(Status.NO_CONTENT_204).send();
            case Filing.Unchanged unchanged -> throw Problems.of(request, Status.NOT_FOUND_404, Problems.NO_WAY);
            case Filing.Refused refused -> throw Problems.invalid(request, refused.flaws());
            case Filing.Conflict conflict ->
                throw Problems.of(request, Status.CONFLICT_409, Problems.conflict(conflict.newest()));
            case Filing.NotYours none -> throw Problems.of(request, Status.FORBIDDEN_403, Problems.NOT_YOURS);
        }
    }

    private void attention(ServerRequest request, ServerResponse response) {
        Editor editor = gate.require(request);
        Query query = new Query(request);
        Page page = Page.of(query);
        int fewest = query.number("fewest", 0, Ways.MOST).orElse(Attention.FEWEST);
        Snapshot snapshot = registry.snapshot();
        Optional<List<Confusion>> judged = confusions.get();
        List<Attention> found = Attention.of(snapshot, judged.orElse(List.of()), editor, fewest);
        Page.Part<Attention> part = page.of(found, one -> one.service().id().value());
        List<ObjectNode> items =
                part.items().stream().map(one -> json(one, snapshot)).toList();
        Answer.json(response, Answer.list(items, part.next()).put("judged", judged.isPresent()));
    }

    private static ServiceId known(ServerRequest request, Snapshot snapshot) {
        ServiceId id = ServiceRoutes.id(request);
        if (snapshot.newest(RecordKind.SERVICES, id.value()) == 0) {
            throw Problems.of(request, Status.NOT_FOUND_404, Problems.NO_SERVICE);
        }
        return id;
    }

    static <T> T reached(ServerRequest request, Supplier<T> call) {
        try {
            return call.get();
        } catch (RegistryUnavailable e) {
            throw Problems.away(request);
        }
    }

    static ObjectNode json(Utterance way) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("id", way.id());
        json.setAll(RecordWriter.write(way));
        return json;
    }

    private static ObjectNode json(Attention one, Snapshot snapshot) {
        ServiceRecord service = one.service();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("service", service.id().value())
                .put("department", service.department().value())
                .put("ways", one.ways())
                .put("few", one.few());
        json.putObject("name")
                .put("ar", service.name().ar())
                .put("en", service.name().en());
        ObjectNode confused = json.putObject("confusedWith");
        if (one.confused().isEmpty()) {
            return json.putNull("confusedWith");
        }
        Confusion confusion = one.confused().get();
        confused.put("service", confusion.neighbour().value())
                .put("share", Math.round(confusion.share() * 1_000) / 1_000.0)
                .put("example", confusion.example());
        snapshot.service(confusion.neighbour())
                .ifPresent(neighbour -> confused.putObject("name")
                        .put("ar", neighbour.name().ar())
                        .put("en", neighbour.name().en()));
        return json;
    }
}
