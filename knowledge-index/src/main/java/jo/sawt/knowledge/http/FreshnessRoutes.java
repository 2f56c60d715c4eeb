package jo.sawt.knowledge.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jo.sawt.knowledge.Confirmation;
import jo.sawt.knowledge.Editor;
import jo.sawt.knowledge.Freshness;
import jo.sawt.knowledge.LiveRegistry;
import jo.sawt.knowledge.ServiceRecord;

/** {@code /registry/stale} and {@code /services/{id}/confirmation}: what must be confirmed anew, and the act. */
public final class FreshnessRoutes implements HttpService {
    private final LiveRegistry registry;
    private final Freshness freshness;
    private final EditorGate readers;
    private final EditorGate editors;

    /** Of those let in by {@code readers}, each sees what is due of the own department, or of all. */
    public FreshnessRoutes(LiveRegistry registry, Freshness freshness, EditorGate readers, EditorGate editors) {
        this.registry = registry;
        this.freshness = freshness;
        this.readers = readers;
        this.editors = editors;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/api/v1/registry/stale", this::list).post("/api/v1/services/{id}/confirmation", this::confirm);
    }

    private void list(ServerRequest request, ServerResponse response) {
        Editor editor = readers.require(request);
        Query query = new Query(request);
        Page page = Page.of(query);
        Optional<String> department = query.id("department");
        List<Freshness.Stale> stale = UtteranceRoutes.reached(request, () -> freshness.stale(editor)).stream()
                .filter(one -> department.isEmpty()
                        || department.get().equals(one.service().department().value()))
                .toList();
        Page.Part<Freshness.Stale> part =
                page.of(stale, one -> one.service().id().value());
        List<ObjectNode> items =
                part.items().stream().map(FreshnessRoutes::json).toList();
        Answer.json(response, Answer.list(items, part.next()).put("total", stale.size()));
    }

    private static ObjectNode json(Freshness.Stale stale) {
        ServiceRecord service = stale.service();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("service", service.id().value())
                .put("department", service.department().value())
                .put("version", service.version())
                .put("confirmedAt", stale.confirmedAt().toString())
                .put("due", stale.due().toString())
                .put("remindedAt", stale.remindedAt().map(Instant::toString).orElse(null));
        json.putObject("name")
                .put("ar", service.name().ar())
                .put("en", service.name().en());
        return json;
    }

    /** {@code {"version"?,"note"?}}: the service is right as it is in force; a version that no longer is, is a conflict. */
    private void confirm(ServerRequest request, ServerResponse response) {
        Editor editor = editors.require(request);
        ObjectNode body = request.content().hasEntity() ? Body.object(request) : JsonNodeFactory.instance.objectNode();
        ServiceRecord service = registry.service(ServiceRoutes.id(request))
                .orElseThrow(() -> Problems.of(request, Status.NOT_FOUND_404, Problems.NO_SERVICE));
        if (body.hasNonNull("version") && body.path("version").asInt() != service.version()) {
            throw Problems.of(request, Status.CONFLICT_409, Problems.conflict(service.version()));
        }
        String note = ServiceEditing.text(request, body, "note");
        Confirmation done = UtteranceRoutes.reached(request, () -> freshness.confirm(service, editor, note))
                .orElseThrow(() -> Problems.of(request, Status.FORBIDDEN_403, Problems.NOT_YOURS));
        Answer.json(
                response,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("service", done.service().value())
                        .put("version", done.version())
                        .put("by", done.by())
                        .put("confirmedAt", done.at().toString())
                        .put("note", done.note()));
    }
}
