package jo.sawt.ticketing.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import jo.sawt.ticketing.Sessions;
import jo.sawt.ticketing.SignIn;

/** {@code /api/v1/sign-in}, {@code /sign-out}, and {@code /me}: who the caller is. */
public final class SignInRoutes implements HttpService {
    private final Sessions sessions;

    public SignInRoutes(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/api/v1/sign-in", this::signIn)
                .post("/api/v1/sign-out", this::signOut)
                .get("/api/v1/me", (request, response) -> Json.send(response, UserJson.of(Callers.of(request))));
    }

    private void signIn(ServerRequest request, ServerResponse response) {
        Body body = Body.of(request);
        String username = body.text("username", Body.SHORT);
        String password = body.text("password", Body.SHORT);
        body.check();
        switch (sessions.signIn(username, password, Peer.address(request))) {
            case SignIn.SignedIn in -> {
                ObjectNode json = Json.object().put("token", in.token());
                json.put("expires", in.expires().toString()).set("user", UserJson.of(in.user()));
                Json.send(response, json);
            }
            case SignIn.Denied denied -> throw Problem.of(request, Status.UNAUTHORIZED_401, "staff.sign.in.denied");
            case SignIn.TooMany many -> throw Problem.tooMany(request, many.retryAfter());
        }
    }

    private void signOut(ServerRequest request, ServerResponse response) {
        Callers.of(request);
        Callers.token(request).ifPresent(sessions::signOut);
        response.status(Status.NO_CONTENT_204).send();
    }
}
