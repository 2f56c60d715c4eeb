package jo.sawt.ticketing.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import jo.sawt.ticketing.Caller;
import jo.sawt.ticketing.Correction;
import jo.sawt.ticketing.Corrections;
import jo.sawt.ticketing.DepartmentId;
import jo.sawt.ticketing.Kind;
import jo.sawt.ticketing.Role;
import jo.sawt.ticketing.Scope;

/**
 * {@code /api/v1/corrections}: the examples that the assistant learned from staff. An editor of a department has to do with
 * those of that department alone.
 */
public final class CorrectionRoutes implements HttpService {
    private static final String CORRECTIONS = "/api/v1/corrections";
    private static final Set<Role> EDITORS = EnumSet.of(Role.EDITOR, Role.ADMIN);

    private final Corrections corrections;
    private final InstantSource time;

    public CorrectionRoutes(Corrections corrections, InstantSource time) {
        this.corrections = corrections;
        this.time = time;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(CORRECTIONS, this::list).delete(CORRECTIONS + "/{id}", this::remove);
    }

    private void list(ServerRequest request, ServerResponse response) {
        Caller caller = Callers.with(request, EDITORS);
        Query query = new Query(request);
        Corrections.Listed page = corrections.list(scope(caller), query.limit(), query.text("cursor"));
        ObjectNode json = Json.object();
        ArrayNode items = json.putArray("items");
        page.corrections().forEach(correction -> items.add(json(correction)));
        Json.put(json, "next", page.next());
        Json.send(response, json);
    }

    private void remove(ServerRequest request, ServerResponse response) {
        Caller caller = Callers.with(request, EDITORS);
        String id = request.path().pathParameters().get("id");
        boolean known = corrections.find(id).filter(it -> mayRead(caller, it)).isPresent();
        if (!known || !corrections.remove(id, caller.username(), time.instant().truncatedTo(ChronoUnit.MILLIS))) {
            throw Problem.of(request, Status.NOT_FOUND_404, "staff.unknown.correction");
        }
        response.status(Status.NO_CONTENT_204).send();
    }

    private static Scope scope(Caller caller) {
        return caller.is(Role.ADMIN)
                ? new Scope.All()
                : caller.department().<Scope>map(Scope.Of::new).orElseGet(Scope.All::new);
    }

    private static boolean mayRead(Caller caller, Correction correction) {
        return switch (scope(caller)) {
            case Scope.All all -> true;
            case Scope.Of of ->
                !correction.sealed()
                        && correction
                                .label()
                                .department()
                                .filter(of.department()::equals)
                                .isPresent();
            case Scope.Nothing nothing -> false;
        };
    }

    private static ObjectNode json(Correction correction) {
        Correction.Source source = correction.source();
        ObjectNode json = Json.object().put("id", correction.id()).put("text", correction.text());
        Json.put(json, "department", correction.label().department().map(DepartmentId::value));
        Json.put(json, "kind", correction.label().kind().map(Kind::wire));
        return json.put("ticket", source.ticket().value())
                .put("by", source.by().value())
                .put("at", source.at().toString())
                .put("reason", source.reason());
    }
}
