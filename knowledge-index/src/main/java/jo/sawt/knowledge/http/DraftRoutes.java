package jo.sawt.knowledge.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
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
import jo.sawt.knowledge.Difference;
import jo.sawt.knowledge.Draft;
import jo.sawt.knowledge.DraftAct;
import jo.sawt.knowledge.Drafting;
import jo.sawt.knowledge.Editor;
import jo.sawt.knowledge.LiveRegistry;
import jo.sawt.knowledge.Proposal;
import jo.sawt.knowledge.RecordWriter;
import jo.sawt.knowledge.RegistryUnavailable;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.knowledge.Workflow;

/** {@code /drafts} and {@code /services/{id}/draft}: changes that a department proposes and the Commission publishes. */
public final class DraftRoutes implements HttpService {
    private final LiveRegistry registry;
    private final Workflow workflow;
    private final EditorGate gate;

    public DraftRoutes(LiveRegistry registry, Workflow workflow, EditorGate gate) {
        this.registry = registry;
        this.workflow = workflow;
        this.gate = gate;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/api/v1/drafts", this::list)
                .get("/api/v1/services/{id}/draft", this::one)
                .put("/api/v1/services/{id}/draft", this::propose)
                .post("/api/v1/services/{id}/draft/{act}", this::act);
    }

    private void list(ServerRequest request, ServerResponse response) {
        Editor editor = gate.require(request);
        Page page = Page.of(new Query(request));
        List<Draft> open = reached(request, () -> workflow.open(editor));
        Page.Part<Draft> part = page.of(open, draft -> draft.id().value());
        List<ObjectNode> items =
                part.items().stream().map(draft -> json(draft, editor)).toList();
        Answer.json(response, Answer.list(items, part.next()));
    }

    private void one(ServerRequest request, ServerResponse response) {
        Editor editor = gate.require(request);
        ServiceId id = ServiceRoutes.id(request);
        Draft draft = reached(request, () -> workflow.draft(id))
                .orElseThrow(() -> Problems.of(request, Status.NOT_FOUND_404, Problems.NO_DRAFT));
        if (!editor.department().map(draft.record().department()::equals).orElse(true)) {
            throw Problems.of(request, Status.FORBIDDEN_403, Problems.NOT_YOURS);
        }
        Answer.json(response, whole(request, draft, editor));
    }

    private void propose(ServerRequest request, ServerResponse response) {
        Editor editor = gate.require(request);
        Proposal proposal = ServiceEditing.proposal(request, registry, editor);
        if (!(proposal.record() instanceof ServiceRecord record)) {
            throw Problems.of(request, Status.BAD_REQUEST_400, Problems.NOT_JSON);
        }
        answer(request, response, editor, reached(request, () -> workflow.propose(record, proposal)));
    }

    private void act(ServerRequest request, ServerResponse response) {
        Editor editor = gate.require(request);
        ServiceId id = ServiceRoutes.id(request);
        DraftAct act = DraftAct.parse(request.path().pathParameters().get("act"))
                .orElseThrow(() -> Problems.of(request, Status.NOT_FOUND_404, Problems.NO_ACT));
        String reason = request.content().hasEntity() ? ServiceEditing.reason(request, Body.object(request)) : "";
        if (reached(request, () -> workflow.draft(id)).isEmpty()) {
            throw Problems.of(request, Status.NOT_FOUND_404, Problems.NO_DRAFT);
        }
        answer(request, response, editor, reached(request, () -> workflow.act(id, act, editor, reason)));
    }

    private void answer(ServerRequest request, ServerResponse response, Editor editor, Drafting drafting) {
        switch (drafting) {
            case Drafting.Moved moved -> Answer.json(response, whole(request, moved.draft(), editor));
            case Drafting.Clash clash -> throw Problems.of(request, Status.CONFLICT_409, Problems.CLASH);
            case Drafting.Outdated outdated ->
                throw Problems.of(request, Status.CONFLICT_409, Problems.conflict(outdated.newest()));
            case Drafting.Refused refused -> throw Problems.invalid(request, refused.flaws());
            case Drafting.NotAllowed none -> throw Problems.of(request, Status.FORBIDDEN_403, Problems.NOT_ALLOWED);
        }
    }

    private static <T> T reached(ServerRequest request, Supplier<T> call) {
        try {
            return call.get();
        } catch (RegistryUnavailable e) {
            throw Problems.away(request);
        }
    }

    private ObjectNode whole(ServerRequest request, Draft draft, Editor editor) {
        ObjectNode json = json(draft, editor);
        json.set("record", RecordWriter.write(draft.record()));
        ArrayNode changes = json.putArray("changes");
        base(draft)
                .ifPresent(before -> Difference.between(before, draft.record())
                        .forEach(change -> changes.add(ServiceJson.of(change, Problems.language(request)))));
        ArrayNode steps = json.putArray("steps");
        draft.steps()
                .forEach(step -> steps.addObject()
                        .put("to", step.to().wire())
                        .put("by", step.by())
                        .put("at", step.at().toString())
                        .put("reason", step.reason()));
        return json;
    }

    private Optional<ServiceRecord> base(Draft draft) {
        return registry.versions(draft.id()).stream()
                .filter(service -> service.version() == draft.basedOn())
                .findFirst();
    }

    private static ObjectNode json(Draft draft, Editor editor) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("service", draft.id().value())
                .put("department", draft.record().department().value())
                .put("stage", draft.stage().wire())
                .put("author", draft.author())
                .put("basedOn", draft.basedOn())
                .put("revision", draft.revision())
                .put(
                        "effectiveFrom",
                        draft.effectiveFrom().map(Object::toString).orElse(null))
                .put("updatedAt", draft.steps().getLast().at().toString());
        ArrayNode actions = json.putArray("actions");
        DraftAct.open(editor, draft).forEach(act -> actions.add(act.wire()));
        return json;
    }
}
