package jo.sawt.ticketing.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Metrics;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import jo.sawt.ticketing.Departments;
import jo.sawt.ticketing.Messages;
import jo.sawt.ticketing.Outcome;
import jo.sawt.ticketing.ProvenTracking;
import jo.sawt.ticketing.ProvenTracking.Proof;
import jo.sawt.ticketing.ProvenTracking.Seen;
import jo.sawt.ticketing.Rating;
import jo.sawt.ticketing.Reference;
import jo.sawt.ticketing.Throttle;
import jo.sawt.ticketing.Tracking;
import jo.sawt.ticketing.TrackingCodes;

/** {@code /api/v1/tracking/{reference}}: what a citizen who knows the reference may see and do. Guesses are counted by the peer's address. */
public final class TrackingRoutes implements HttpService {
    private static final String TRACKING = "/api/v1/tracking/{reference}";
    private static final int LONGEST_PROOF = 200;

    private final Tracking tracking;
    private final Departments departments;
    private final boolean limited;
    private final TrackingCodes codes;
    private final ProvenTracking proving;
    private final Throttle askers;
    private final Counter refused = Metrics.globalRegistry()
            .getOrCreate(Counter.builder("sawt_tracking_throttled")
                    .description("Requests to track a ticket that were put off after too many wrong guesses"));

    /** Those who ask for codes are slowed down only where {@code limited}. */
    public TrackingRoutes(
            Tracking tracking,
            ProvenTracking proving,
            TrackingCodes codes,
            Departments departments,
            InstantSource clock,
            boolean limited) {
        this.tracking = tracking;
        this.proving = proving;
        this.codes = codes;
        this.departments = departments;
        this.limited = limited;
        this.askers = new Throttle(10, clock);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(TRACKING, this::look)
                .post(TRACKING + "/codes", this::code)
                .post(TRACKING + "/reopen", this::reopen)
                .post(TRACKING + "/rating", this::rate);
    }

    /** The same answer, as fast, for every reference: what becomes of it is seen by the citizen alone. */
    private void code(ServerRequest request, ServerResponse response) {
        Duration wait = limited ? askers.begin(Peer.address(request)) : Duration.ZERO;
        if (!wait.isZero()) {
            refused.increment();
            throw Problem.tooMany(request, wait);
        }
        Reference.parse(parameter(request)).ifPresent(codes::issue);
        response.status(Status.ACCEPTED_202);
        Json.send(
                response, Json.object().put("detail", Messages.text(Problem.language(request), "tracking.code-sent")));
    }

    private void look(ServerRequest request, ServerResponse response) {
        Seen.Found found = found(request, new Query(request).text("proof"));
        send(request, response, found.tracked(), found.proof().flatMap(Proof::pass));
    }

    private void reopen(ServerRequest request, ServerResponse response) {
        Body body = Body.of(request);
        Optional<String> proof = proof(request, body);
        String reason = body.text("reason", Body.SHORT);
        body.check();
        act(request, response, proof, it -> tracking.reopen(reference(request), it, reason, Preconditions.of(request)));
    }

    private void rate(ServerRequest request, ServerResponse response) {
        Body body = Body.of(request);
        Optional<String> proof = proof(request, body);
        int solution = (int) body.number("solution", 1, 5);
        int classification = (int) body.number("classification", 1, 5);
        int speed = (int) body.number("response", 1, 5);
        body.check();
        Rating rating = new Rating(solution, classification, speed);
        act(request, response, proof, it -> tracking.rate(reference(request), it, rating));
    }

    private void act(
            ServerRequest request, ServerResponse response, Optional<String> proof, Function<String, Outcome> act) {
        Seen.Found found = found(request, proof);
        Proof proven = found.proof().orElseThrow(() -> wrongProof(request));
        Answers.done(request, act.apply(proven.plain()));
        Tracking.Tracked after = tracking.look(found.tracked().reference(), Optional.of(proven.plain()))
                .orElseThrow(() -> Problem.unknownTicket(request));
        send(request, response, after, proven.pass());
    }

    /** The ticket, with its proof tried where one is given; a wrong one and an unknown reference count as guesses. */
    private Seen.Found found(ServerRequest request, Optional<String> proof) {
        return switch (proving.look(Peer.address(request), Reference.parse(parameter(request)), proof)) {
            case Seen.Found found -> found;
            case Seen.Unknown unknown -> throw Problem.unknownTicket(request);
            case Seen.WrongProof wrong -> throw wrongProof(request);
            case Seen.NotNow later -> throw Problem.tooMany(request, later.length());
        };
    }

    private void send(ServerRequest request, ServerResponse response, Tracking.Tracked tracked, Optional<String> pass) {
        ObjectNode json = Json.object()
                .put("reference", tracked.reference().value())
                .put("status", tracked.status().wire())
                .put("kind", tracked.kind().wire());
        Json.put(json, "department", tracked.department());
        Json.put(
                json,
                "departmentName",
                tracked.department().flatMap(id -> departments.name(id, Problem.language(request))));
        Json.put(json, "dueAt", tracked.dueAt());
        pass.ifPresent(it -> json.put("proof", it));
        if (tracked.proven()) {
            ArrayNode timeline = json.putArray("timeline");
            tracked.entries().forEach(entry -> timeline.add(EntryJson.forCitizen(entry)));
        }
        Json.send(response, json);
    }

    private static Optional<String> proof(ServerRequest request, Body body) {
        return body.has("proof") ? body.optionalText("proof", LONGEST_PROOF) : new Query(request).text("proof");
    }

    private static Reference reference(ServerRequest request) {
        return Answers.reference(request);
    }

    private static String parameter(ServerRequest request) {
        return request.path().pathParameters().get("reference");
    }

    private static HttpException wrongProof(ServerRequest request) {
        return Problem.of(request, Status.FORBIDDEN_403, "staff.tracking.proof");
    }
}
