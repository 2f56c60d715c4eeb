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
import jo.sawt.ticketing.Rating;
import jo.sawt.ticketing.Reference;
import jo.sawt.ticketing.Throttle;
import jo.sawt.ticketing.Tracking;
import jo.sawt.ticketing.TrackingCodes;

/**
 * {@code /api/v1/tracking/{reference}}: what a citizen who knows the reference may see and do. Guesses, of a reference or of
 * a proof, are counted by the peer's address, and guesses of a proof by the ticket too.
 */
public final class TrackingRoutes implements HttpService {
    private static final String TRACKING = "/api/v1/tracking/{reference}";
    private static final int LONGEST_PROOF = 200;

    private final Tracking tracking;
    private final Departments departments;
    private final boolean limited;
    private final TrackingCodes codes;
    private final Throttle byAddress;
    private final Throttle byTicket;
    private final Throttle askers;
    private final Counter refused = Metrics.globalRegistry()
            .getOrCreate(Counter.builder("sawt_tracking_throttled")
                    .description("Requests to track a ticket that were put off after too many wrong guesses"));

    /** Guesses are counted only where {@code limited}. */
    public TrackingRoutes(
            Tracking tracking, TrackingCodes codes, Departments departments, InstantSource clock, boolean limited) {
        this.tracking = tracking;
        this.codes = codes;
        this.departments = departments;
        this.limited = limited;
        this.byAddress = new Throttle(100, clock);
        this.byTicket = new Throttle(10, clock);
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
        begin(request, askers, Peer.address(request));
        Reference.parse(parameter(request)).ifPresent(codes::issue);
        response.status(Status.ACCEPTED_202);
        Json.send(
                response, Json.object().put("detail", Messages.text(Problem.language(request), "tracking.code-sent")));
    }

    private void look(ServerRequest request, ServerResponse response) {
        Proven proven = proven(request, new Query(request).text("proof"));
        send(request, response, proven.tracked(), proven.pass());
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
        Proven proven = proven(request, proof);
        if (!proven.tracked().proven()) {
            throw wrongProof(request);
        }
        Answers.done(request, act.apply(proven.proof().orElseThrow()));
        Tracking.Tracked after = found(request, proven.proof()).orElseThrow(() -> Problem.unknownTicket(request));
        send(request, response, after, proven.pass());
    }

    /** The ticket, with its proof tried where one is given; a wrong one and an unknown reference count as guesses. */
    private Proven proven(ServerRequest request, Optional<String> proof) {
        String address = Peer.address(request);
        Optional<String> ticket =
                proof.isPresent() ? Reference.parse(parameter(request)).map(Reference::value) : Optional.empty();
        begin(request, byAddress, address);
        ticket.ifPresent(it -> begin(request, byTicket, it));
        Optional<TrackingCodes.Proven> redeemed = proof.flatMap(given -> redeemed(request, given));
        Optional<String> standing = redeemed.map(TrackingCodes.Proven::proof).or(() -> proof);
        Tracking.Tracked tracked = found(request, standing).orElseThrow(() -> Problem.unknownTicket(request));
        if (proof.isPresent() && !tracked.proven()) {
            throw wrongProof(request);
        }
        byAddress.succeeded(address);
        ticket.ifPresent(byTicket::succeeded);
        return new Proven(tracked, standing, redeemed.flatMap(TrackingCodes.Proven::pass));
    }

    /** A ticket, and the proof of the citizen that was given or that a code stands for, with the pass that came for it. */
    private record Proven(Tracking.Tracked tracked, Optional<String> proof, Optional<String> pass) {}

    private Optional<TrackingCodes.Proven> redeemed(ServerRequest request, String given) {
        return Reference.parse(parameter(request)).flatMap(it -> codes.redeem(it, given));
    }

    private void begin(ServerRequest request, Throttle throttle, String key) {
        Duration wait = limited ? throttle.begin(key) : Duration.ZERO;
        if (!wait.isZero()) {
            refused.increment();
            throw Problem.tooMany(request, wait);
        }
    }

    private Optional<Tracking.Tracked> found(ServerRequest request, Optional<String> proof) {
        return Reference.parse(parameter(request)).flatMap(it -> tracking.look(it, proof));
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
