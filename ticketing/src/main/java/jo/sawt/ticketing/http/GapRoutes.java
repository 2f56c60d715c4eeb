package jo.sawt.ticketing.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import jo.sawt.ticketing.Caller;
import jo.sawt.ticketing.Condition;
import jo.sawt.ticketing.DepartmentId;
import jo.sawt.ticketing.Departments;
import jo.sawt.ticketing.Gap;
import jo.sawt.ticketing.GapAct;
import jo.sawt.ticketing.GapDesk;
import jo.sawt.ticketing.GapOutcome;
import jo.sawt.ticketing.GapQuery;
import jo.sawt.ticketing.Gaps;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Messages;
import jo.sawt.ticketing.Reference;
import jo.sawt.ticketing.Role;
import jo.sawt.ticketing.StaffDesk;

/** {@code /api/v1/gaps}: what citizens asked that the registry could not answer, and what staff do about it. */
public final class GapRoutes implements HttpService {
    private static final String GAPS = "/api/v1/gaps";
    private static final String GAP = GAPS + "/{id}";
    private static final Set<Role> ALL = EnumSet.allOf(Role.class);

    private final GapDesk gaps;
    private final StaffDesk desk;
    private final Departments departments;

    public GapRoutes(GapDesk gaps, StaffDesk desk, Departments departments) {
        this.gaps = gaps;
        this.desk = desk;
        this.departments = departments;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(GAPS, this::list)
                .get(GAP, this::get)
                .post(GAP + "/close", this::close)
                .post(GAP + "/reopen", this::reopen)
                .post(GAP + "/department", this::move);
    }

    private void list(ServerRequest request, ServerResponse response) {
        Caller caller = Callers.with(request, ALL);
        Query query = new Query(request);
        Gaps.Listed page = gaps.list(
                caller,
                new GapQuery(
                        query.value("department", Parse::department),
                        query.value("status", Gap.Status::parse),
                        query.value("sort", GapQuery.Sort::parse).orElse(GapQuery.Sort.COUNT),
                        query.limit(),
                        query.text("cursor")));
        ObjectNode json = Json.object();
        ArrayNode items = json.putArray("items");
        page.gaps().forEach(gap -> items.add(GapJson.line(gap, isNameless(caller))));
        Json.put(json, "next", page.next());
        Json.send(response, json);
    }

    private void get(ServerRequest request, ServerResponse response) {
        Caller caller = Callers.with(request, ALL);
        Gap gap = gaps.find(caller, request.path().pathParameters().get("id"))
                .orElseThrow(() -> Problem.of(request, Status.NOT_FOUND_404, "staff.unknown.gap"));
        send(response, caller, gap);
    }

    private void close(ServerRequest request, ServerResponse response) {
        Caller caller = Callers.with(request, ALL);
        Body body = Body.of(request);
        GapAct act = new GapAct.Close(body.text("reason", Body.SHORT), body.optionalText("service", Body.SHORT));
        act(request, response, caller, body, act);
    }

    private void reopen(ServerRequest request, ServerResponse response) {
        Caller caller = Callers.with(request, ALL);
        Body body = Body.of(request);
        act(request, response, caller, body, new GapAct.Reopen(body.text("reason", Body.SHORT)));
    }

    private void move(ServerRequest request, ServerResponse response) {
        Caller caller = Callers.with(request, ALL);
        Body body = Body.of(request);
        Optional<DepartmentId> to = body.value("to", Parse::department);
        if (to.filter(id -> departments.name(id, Lang.AR).isEmpty()).isPresent()) {
            body.wrong("to", "staff.unknown.department");
        }
        String reason = body.text("reason", Body.SHORT);
        body.check();
        act(request, response, caller, body, new GapAct.Move(to.orElseThrow(), reason));
    }

    private void act(ServerRequest request, ServerResponse response, Caller caller, Body body, GapAct act) {
        body.check();
        Condition condition = Preconditions.of(request);
        switch (gaps.act(caller, request.path().pathParameters().get("id"), act, condition)) {
            case GapOutcome.Done done -> send(response, caller, done.gap());
            case GapOutcome.Unknown none -> throw Problem.of(request, Status.NOT_FOUND_404, "staff.unknown.gap");
            case GapOutcome.Forbidden forbidden -> throw Problem.forbidden(request);
            case GapOutcome.Stale stale -> throw Problem.stale(request);
            case GapOutcome.Refused refused -> throw refusal(request, refused.code());
        }
    }

    private static HttpException refusal(ServerRequest request, String code) {
        return code.equals("refused.gap")
                ? Problem.of(request, Status.CONFLICT_409, code)
                : new InvalidBody(
                        Messages.text(Problem.language(request), "staff.invalid"),
                        java.util.List.of(
                                new InvalidBody.Detail("/reason", Messages.text(Problem.language(request), code))));
    }

    private void send(ServerResponse response, Caller caller, Gap gap) {
        Predicate<Reference> maySee =
                reference -> desk.ticket(caller, reference).isPresent();
        response.header(HeaderNames.ETAG, "\"" + gap.version() + "\"");
        Json.send(response, GapJson.whole(gap, isNameless(caller), maySee, gaps.mayAct(caller, gap)));
    }

    /** Whoever is an analyst and nothing else sees nothing that a citizen wrote. */
    private static boolean isNameless(Caller caller) {
        return caller.roles().equals(Set.of(Role.ANALYST));
    }
}
