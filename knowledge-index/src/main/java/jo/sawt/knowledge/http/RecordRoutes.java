package jo.sawt.knowledge.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jo.sawt.knowledge.Editor;
import jo.sawt.knowledge.Filing;
import jo.sawt.knowledge.Flaw;
import jo.sawt.knowledge.LiveRegistry;
import jo.sawt.knowledge.Proposal;
import jo.sawt.knowledge.Reading;
import jo.sawt.knowledge.RecordKind;
import jo.sawt.knowledge.RecordReader;
import jo.sawt.knowledge.RecordWriter;
import jo.sawt.knowledge.RegistryRecord;
import jo.sawt.knowledge.Snapshot;
import jo.sawt.knowledge.Version;
import jo.sawt.knowledge.Withdrawal;

/**
 * {@code /charters}, {@code /agreements}, {@code /indicators}, open to all, and {@code /synonyms} for editors: the list, one
 * record on a day or in a version, all versions, and an editor's change.
 */
public final class RecordRoutes implements HttpService {
    private static final List<RecordKind> OPEN =
            List.of(RecordKind.CHARTERS, RecordKind.AGREEMENTS, RecordKind.INDICATORS);

    private final LiveRegistry registry;
    private final EditorGate gate;

    public RecordRoutes(LiveRegistry registry, EditorGate gate) {
        this.registry = registry;
        this.gate = gate;
    }

    @Override
    public void routing(HttpRules rules) {
        OPEN.forEach(kind -> routing(rules, kind));
        routing(rules, RecordKind.SYNONYMS);
    }

    private void routing(HttpRules rules, RecordKind kind) {
        String all = "/api/v1/" + kind.wire();
        String one = all + "/{id}";
        rules.get(all, (request, response) -> list(kind, request, response))
                .get(one, (request, response) -> one(kind, request, response))
                .get(one + "/versions", (request, response) -> versions(kind, request, response))
                .put(one, (request, response) -> put(kind, request, response))
                .post(one + "/withdrawal", (request, response) -> withdraw(kind, request, response));
    }

    private void open(RecordKind kind, ServerRequest request) {
        if (!OPEN.contains(kind)) {
            gate.require(request);
        }
    }

    private void list(RecordKind kind, ServerRequest request, ServerResponse response) {
        open(kind, request);
        Query query = new Query(request);
        Page page = Page.of(query);
        Optional<String> department = query.id("department");
        Optional<String> service = query.id("service");
        Snapshot snapshot = registry.snapshot();
        List<ObjectNode> wanted = snapshot.keys(kind).stream()
                .flatMap(key -> snapshot.on(kind, key, snapshot.date()).stream())
                .filter(version -> !version.withdrawn())
                .map(RecordRoutes::json)
                .filter(json -> department.isEmpty() || names(json, department.get()))
                .filter(json -> service.isEmpty()
                        || service.get().equals(json.path("service").asText()))
                .toList();
        Page.Part<ObjectNode> part = page.of(wanted, json -> json.path("id").asText());
        Answer.tagged(request, response, "W/\"" + snapshot.revision() + "\"", Answer.list(part.items(), part.next()));
    }

    private static boolean names(ObjectNode json, String department) {
        if (department.equals(json.path("department").asText())) {
            return true;
        }
        for (var party : json.path("parties")) {
            if (department.equals(party.asText())) {
                return true;
            }
        }
        return false;
    }

    private void one(RecordKind kind, ServerRequest request, ServerResponse response) {
        open(kind, request);
        Query query = new Query(request);
        Optional<LocalDate> day = query.date("at");
        Optional<Integer> number = query.number("version", 1, Integer.MAX_VALUE);
        if (day.isPresent() && number.isPresent()) {
            throw query.bad("at", Problems.NOT_BOTH);
        }
        Snapshot snapshot = registry.snapshot();
        String id = id(request);
        Optional<Version> version = number.isPresent()
                ? snapshot.history(kind, id).stream()
                        .filter(one -> one.number() == number.get())
                        .findFirst()
                : snapshot.on(kind, id, day.orElse(snapshot.date())).filter(one -> !one.withdrawn());
        Version found = version.orElseThrow(() -> Problems.of(request, Status.NOT_FOUND_404, Problems.NO_RECORD));
        Answer.tagged(request, response, ServiceJson.tag(found.number()), json(found));
    }

    private void versions(RecordKind kind, ServerRequest request, ServerResponse response) {
        open(kind, request);
        Page page = Page.of(new Query(request));
        Snapshot snapshot = registry.snapshot();
        List<Version> history = snapshot.history(kind, id(request));
        if (history.isEmpty()) {
            throw Problems.of(request, Status.NOT_FOUND_404, Problems.NO_RECORD);
        }
        Page.Part<Version> part = page.of(history, version -> Integer.toString(version.number()));
        List<ObjectNode> items = part.items().stream()
                .map(version -> json(version)
                        .put("withdrawn", version.withdrawn())
                        .put("changedAt", version.origin().at().toString())
                        .put("reason", version.origin().reason()))
                .toList();
        Answer.tagged(request, response, "W/\"" + snapshot.revision() + "\"", Answer.list(items, part.next()));
    }

    private void put(RecordKind kind, ServerRequest request, ServerResponse response) {
        Editor editor = gate.require(request);
        String id = id(request);
        OptionalInt basedOn = basedOn(kind, request, id);
        ObjectNode body = Body.object(request);
        if (!body.path("id").asText(id).equals(id)) {
            throw Problems.invalid(request, List.of(new Flaw("/id", ServiceEditing.otherId(id))));
        }
        body.put("id", id);
        String reason = ServiceEditing.reason(request, body);
        switch (RecordReader.record(kind, body)) {
            case Reading.Flawed flawed -> throw Problems.invalid(request, flawed.flaws());
            case Reading.Sound sound -> {
                Proposal proposal = new Proposal(sound.record(), sound.effectiveFrom(), basedOn, editor, reason);
                answer(request, response, ServiceEditing.filed(request, () -> registry.file(proposal)));
            }
        }
    }

    /** {@code {"reason","effectiveFrom"?}}. */
    private void withdraw(RecordKind kind, ServerRequest request, ServerResponse response) {
        Editor editor = gate.require(request);
        String id = id(request);
        OptionalInt basedOn = basedOn(kind, request, id);
        ObjectNode body = Body.object(request);
        String reason = ServiceEditing.reason(request, body);
        if (reason.isEmpty()) {
            throw Problems.invalid(request, List.of(new Flaw("/reason", Problems.REASON)));
        }
        if (registry.snapshot().newest(kind, id) == 0) {
            throw Problems.of(request, Status.NOT_FOUND_404, Problems.NO_RECORD);
        }
        Withdrawal withdrawal = new Withdrawal(kind, id, ServiceEditing.from(request, body), basedOn, editor, reason);
        answer(request, response, ServiceEditing.filed(request, () -> registry.withdraw(withdrawal)));
    }

    private OptionalInt basedOn(RecordKind kind, ServerRequest request, String id) {
        return ServiceEditing.basedOn(request, registry.snapshot().newest(kind, id) > 0, Problems.NO_RECORD);
    }

    private static void answer(ServerRequest request, ServerResponse response, Filing filing) {
        switch (filing) {
            case Filing.Filed filed -> {
                response.status(filed.version().number() == 1 ? Status.CREATED_201 : Status.OK_200);
                sent(response, filed.version());
            }
            case Filing.Unchanged unchanged -> sent(response, unchanged.version());
            case Filing.Conflict conflict ->
                throw Problems.of(request, Status.CONFLICT_409, Problems.conflict(conflict.newest()));
            case Filing.Refused refused -> throw Problems.invalid(request, refused.flaws());
            case Filing.NotYours none -> throw Problems.of(request, Status.FORBIDDEN_403, Problems.NOT_YOURS);
        }
    }

    private static void sent(ServerResponse response, Version version) {
        response.header(HeaderValues.create(HeaderNames.ETAG, ServiceJson.tag(version.number())));
        Answer.json(response, json(version));
    }

    private static ObjectNode json(Version version) {
        RegistryRecord record = version.record();
        return RecordWriter.write(record)
                .put("version", version.number())
                .put("effectiveFrom", version.effectiveFrom().toString());
    }

    private static String id(ServerRequest request) {
        String id = request.path().pathParameters().get("id");
        if (!Query.ID.matcher(id).matches()) {
            throw Problems.of(request, Status.NOT_FOUND_404, Problems.NO_RECORD);
        }
        return id;
    }
}
