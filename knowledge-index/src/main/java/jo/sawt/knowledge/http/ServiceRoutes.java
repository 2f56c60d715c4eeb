package jo.sawt.knowledge.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import jo.sawt.knowledge.Difference;
import jo.sawt.knowledge.Hit;
import jo.sawt.knowledge.Lang;
import jo.sawt.knowledge.LiveRegistry;
import jo.sawt.knowledge.RecordKind;
import jo.sawt.knowledge.Search;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.knowledge.Snapshot;
import jo.sawt.knowledge.Text;
import jo.sawt.knowledge.Version;

/** {@code /services}: the list, one record on a day or in a version, all versions, and an editor's change. */
final class ServiceRoutes {
    private static final int MOST_FOUND = 200;
    private static final double FAR = 0.001;

    private final LiveRegistry registry;
    private final Search search;
    private final ServiceEditing editing;

    ServiceRoutes(LiveRegistry registry, Search search, EditorGate gate) {
        this.registry = registry;
        this.search = search;
        this.editing = new ServiceEditing(registry, gate);
    }

    void routing(HttpRules rules) {
        rules.get("/api/v1/services", this::list)
                .get("/api/v1/services/{id}", this::one)
                .get("/api/v1/services/{id}/versions", this::versions)
                .get("/api/v1/services/{id}/changes", this::changes)
                .put("/api/v1/services/{id}", editing::put)
                .post("/api/v1/services/{id}/withdrawal", editing::withdraw);
    }

    private void list(ServerRequest request, ServerResponse response) {
        Query query = new Query(request);
        Page page = Page.of(query);
        Optional<String> department = query.id("department");
        Optional<String> lifeEvent = query.id("lifeEvent");
        Snapshot snapshot = registry.snapshot();
        List<ServiceRecord> found = found(query, snapshot);
        Predicate<ServiceRecord> ofDepartment = service -> department.isEmpty()
                || department.get().equals(service.department().value());
        Predicate<ServiceRecord> ofLifeEvent =
                service -> lifeEvent.isEmpty() || service.lifeEvents().contains(lifeEvent.get());
        List<ServiceRecord> wanted =
                found.stream().filter(ofDepartment).filter(ofLifeEvent).toList();
        Page.Part<ServiceRecord> part = page.of(wanted, service -> service.id().value());
        List<ObjectNode> items = part.items().stream().map(ServiceJson::of).toList();
        ObjectNode json = Answer.list(items, part.next()).put("total", wanted.size());
        json.set(
                "facets",
                ServiceFacets.of(
                        found.stream().filter(ofLifeEvent).toList(),
                        found.stream().filter(ofDepartment).toList(),
                        snapshot));
        Answer.tagged(request, response, "W/\"" + snapshot.revision() + "\"", json);
    }

    /** Those that the words of {@code q} find, best first; without it all, by id. */
    private List<ServiceRecord> found(Query query, Snapshot snapshot) {
        Optional<String> words = query.text("q", SearchRoutes.LONGEST_QUESTION);
        Optional<Lang> lang = query.lang();
        return words.isEmpty()
                ? snapshot.services()
                : near(search.search(words.get(), Optional.of("service"), lang, MOST_FOUND)).stream()
                        .map(Hit::id)
                        .flatMap(id -> snapshot.service(new ServiceId(id)).stream())
                        .toList();
    }

    /** A search ranks whatever shares a sound with the words; what comes far behind the best is not found. */
    private static List<Hit> near(List<Hit> hits) {
        double best = hits.stream().mapToDouble(Hit::score).max().orElse(0);
        return hits.stream().filter(hit -> hit.score() >= best * FAR).toList();
    }

    private void one(ServerRequest request, ServerResponse response) {
        Query query = new Query(request);
        ServiceId id = id(request);
        Optional<LocalDate> day = query.date("at");
        Optional<Integer> version = query.number("version", 1, Integer.MAX_VALUE);
        if (day.isPresent() && version.isPresent()) {
            throw query.bad("at", new Text("لا يجتمع مع version", "cannot go with version"));
        }
        Snapshot snapshot = registry.snapshot();
        ServiceRecord service = version.isPresent()
                ? version(request, snapshot, id, version.get())
                : (day.isPresent() ? snapshot.service(id, day.get()) : snapshot.service(id))
                        .orElseThrow(() -> unknown(request, snapshot, id));
        Answer.tagged(request, response, ServiceJson.tag(service.version()), ServiceJson.of(service));
    }

    private static HttpException unknown(ServerRequest request, Snapshot snapshot, ServiceId id) {
        boolean known = snapshot.newest(RecordKind.SERVICES, id.value()) > 0;
        return Problems.of(request, Status.NOT_FOUND_404, known ? Problems.NO_VERSION : Problems.NO_SERVICE);
    }

    static ServiceId id(ServerRequest request) {
        try {
            return new ServiceId(request.path().pathParameters().get("id"));
        } catch (IllegalArgumentException e) {
            throw Problems.of(request, Status.NOT_FOUND_404, Problems.NO_SERVICE);
        }
    }

    private void versions(ServerRequest request, ServerResponse response) {
        ServiceId id = id(request);
        Page page = Page.of(new Query(request));
        Snapshot snapshot = registry.snapshot();
        List<ServiceRecord> all = snapshot.versions(id);
        if (all.isEmpty()) {
            throw Problems.of(request, Status.NOT_FOUND_404, Problems.NO_SERVICE);
        }
        List<Version> origins = snapshot.history(RecordKind.SERVICES, id.value());
        Page.Part<ServiceRecord> part = page.of(all, service -> Integer.toString(service.version()));
        List<ObjectNode> items = part.items().stream()
                .map(service -> ServiceJson.of(service, origins.get(service.version() - 1)))
                .toList();
        Answer.tagged(request, response, "W/\"" + snapshot.revision() + "\"", Answer.list(items, part.next()));
    }

    /** What differs between two versions; by default between the newest and the one before it. */
    private void changes(ServerRequest request, ServerResponse response) {
        ServiceId id = id(request);
        Query query = new Query(request);
        Snapshot snapshot = registry.snapshot();
        int newest = snapshot.newest(RecordKind.SERVICES, id.value());
        int to = query.number("to", 1, Integer.MAX_VALUE).orElse(newest);
        int from = query.number("from", 1, Integer.MAX_VALUE).orElse(Math.max(1, to - 1));
        List<Difference.Change> changes =
                Difference.between(version(request, snapshot, id, from), version(request, snapshot, id, to));
        Lang lang = query.lang().orElse(Problems.language(request));
        List<ObjectNode> items =
                changes.stream().map(change -> ServiceJson.of(change, lang)).toList();
        Answer.json(
                response, Answer.list(items, Optional.empty()).put("from", from).put("to", to));
    }

    private static ServiceRecord version(ServerRequest request, Snapshot snapshot, ServiceId id, int number) {
        return snapshot.versions(id).stream()
                .filter(one -> one.version() == number)
                .findFirst()
                .orElseThrow(() -> unknown(request, snapshot, id));
    }
}
