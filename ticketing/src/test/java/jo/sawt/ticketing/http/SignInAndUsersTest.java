package jo.sawt.ticketing.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jo.sawt.ticketing.Accounts;
import jo.sawt.ticketing.DepartmentId;
import jo.sawt.ticketing.Password;
import jo.sawt.ticketing.Role;
import jo.sawt.ticketing.Sessions;
import jo.sawt.ticketing.SettableClock;
import jo.sawt.ticketing.Username;
import jo.sawt.ticketing.mongo.MongoTokens;
import jo.sawt.ticketing.mongo.MongoUsers;
import jo.sawt.ticketing.mongo.TestStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInAndUsersTest {
    private static final String PASSWORD = "a-long-password";
    private static final String USERS = "/api/v1/users";
    private static final SettableClock CLOCK = new SettableClock("2026-11-29T08:00:00Z");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static TestStore store;
    private static TestServer server;
    private static Accounts accounts;
    private static TestClient nobody;
    private static TestClient admin;

    @BeforeAll
    static void open() {
        store = TestStore.embedded();
        MongoUsers users = new MongoUsers(store.database());
        Sessions sessions = new Sessions(users, new MongoTokens(store.database()), CLOCK);
        accounts = new Accounts(users, sessions, CLOCK);
        accounts.addFirst(Optional.of(new Password(PASSWORD)));
        for (Role role : Role.values()) {
            add("a-" + role.wire(), role);
        }
        server = new TestServer(
                sessions, List.of(new SignInRoutes(sessions), new UserRoutes(accounts, new TestDepartments())));
        nobody = TestClient.of(server, HTTP);
        admin = nobody.signedIn("admin", PASSWORD);
    }

    @AfterAll
    static void close() {
        server.close();
        store.close();
    }

    @BeforeEach
    void forgetGuesses() {
        CLOCK.advance(Duration.ofMinutes(16));
        admin = nobody.signedIn("admin", PASSWORD);
    }

    @Test
    void aSignInTellsTokenExpiryAndUser() {
        JsonNode json = nobody.post(
                        "/api/v1/sign-in", "{\"username\":\"A-Responder\",\"password\":\"" + PASSWORD + "\"}")
                .json();
        assertThat(json.path("token").asText()).hasSize(43);
        assertThat(json.path("expires").asText())
                .isEqualTo(CLOCK.instant().plus(Duration.ofHours(12)).toString());
        JsonNode user = json.path("user");
        assertThat(user.path("username").asText()).isEqualTo("a-responder");
        assertThat(user.path("roles").get(0).asText()).isEqualTo("responder");
        assertThat(user.path("department").asText()).isEqualTo("dls");
        assertThat(user.toString()).doesNotContain("assword");
    }

    @Test
    void theTokenSaysWhoCalls() {
        assertThat(nobody.signedIn("a-agent", PASSWORD)
                        .get("/api/v1/me")
                        .json()
                        .path("username")
                        .asText())
                .isEqualTo("a-agent");
        TestClient.Answer none = nobody.get("/api/v1/me");
        assertThat(none.status()).isEqualTo(401);
        assertThat(none.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(nobody.with("Authorization", "Bearer made-up")
                        .get("/api/v1/me")
                        .status())
                .isEqualTo(401);
        assertThat(nobody.with("Authorization", "Basic YTpi").get("/api/v1/me").status())
                .isEqualTo(401);
    }

    @Test
    void aSignOutEndsTheToken() {
        TestClient agent = nobody.signedIn("a-agent", PASSWORD);
        assertThat(agent.post("/api/v1/sign-out", "").status()).isEqualTo(204);
        assertThat(agent.get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void aWrongPasswordIsRefusedInTheCallersLanguage() {
        String wrong = "{\"username\":\"a-agent\",\"password\":\"not-the-password\"}";
        assertThat(nobody.post("/api/v1/sign-in", wrong).status()).isEqualTo(401);
        assertThat(nobody.post("/api/v1/sign-in", wrong).text()).contains("كلمة المرور");
        assertThat(nobody.with("Accept-Language", "fr, en-GB;q=0.8, ar;q=0.5")
                        .post("/api/v1/sign-in", wrong)
                        .text())
                .contains("password is wrong");
    }

    @Test
    void guessingIsPutOffWithATime() {
        String wrong = "{\"username\":\"a-manager\",\"password\":\"not-the-password\"}";
        for (int i = 0; i < 5; i++) {
            assertThat(nobody.post("/api/v1/sign-in", wrong).status()).isEqualTo(401);
        }
        TestClient.Answer answer = nobody.post("/api/v1/sign-in", wrong);
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"username\":7,\"password\":[]}", "{\"username\":\" \",\"password\":\"\"}"})
    void aBodyWithoutItsFieldsNamesThem(String body) {
        TestClient.Answer answer = nobody.post("/api/v1/sign-in", body);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.pointers()).containsExactly("/username", "/password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "\"text\"", "{\"username\":}", "null", "\u0000"})
    void whatIsNoJsonObjectIsMalformed(String body) {
        assertThat(nobody.post("/api/v1/sign-in", body).status()).isEqualTo(400);
    }

    @Test
    void anotherMediaTypeAndATooLargeBodyAreRefused() {
        HttpRequest.BodyPublisher form = HttpRequest.BodyPublishers.ofString("username=a&password=b");
        assertThat(nobody.send(nobody.request("/api/v1/sign-in")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(form))
                        .status())
                .isEqualTo(415);
        String large = "{\"username\":\"" + "x".repeat(200_000) + "\"}";
        assertThat(nobody.post("/api/v1/sign-in", large).status()).isEqualTo(413);
    }

    @Test
    void anAdministratorMakesAUserWhoCanSignIn() {
        TestClient.Answer made = admin.post(USERS, """
                {"username":"Lands-Desk","password":"lands-desk-password-1","name":"مكتب الأراضي",
                 "roles":["responder"],"department":"dls","colour":"ignored"}""");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo("/api/v1/users/lands-desk");
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        TestClient.Answer me =
                nobody.signedIn("lands-desk", "lands-desk-password-1").get("/api/v1/me");
        assertThat(me.json().path("department").asText()).isEqualTo("dls");
        assertThat(admin.post(USERS, made.text().replace("enabled", "x")).status())
                .isEqualTo(422);
        assertThat(admin.post(
                                USERS,
                                "{\"username\":\"lands-desk\",\"password\":\"another-password\",\"name\":\"B\",\"roles\":[\"agent\"]}")
                        .status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyAnAdministratorMakesUsers(Role role) {
        TestClient caller = nobody.signedIn("a-" + role.wire(), PASSWORD);
        String body = "{\"username\":\"made-by-" + role.wire()
                + "\",\"password\":\"a-password-of-its-own\",\"name\":\"N\",\"roles\":[\"agent\"]}";
        assertThat(caller.post(USERS, body).status()).isEqualTo(role == Role.ADMIN ? 201 : 403);
        boolean reads = role == Role.ADMIN || role == Role.SUPERVISOR;
        assertThat(caller.get(USERS).status()).isEqualTo(reads ? 200 : 403);
        assertThat(caller.get(USERS + "/a-agent").status()).isEqualTo(reads ? 200 : 403);
        assertThat(caller.call("PATCH", USERS + "/a-agent", "{\"name\":\"Changed\"}")
                        .status())
                .isEqualTo(role == Role.ADMIN ? 200 : 403);
        assertThat(nobody.get(USERS).status()).isEqualTo(401);
    }

    @Test
    void aWrongUserNamesEveryField() {
        TestClient.Answer answer = admin.post(USERS, """
                {"username":"نعم","password":"short","name":"","roles":["agent","chief"],"department":"none"}""");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.pointers())
                .containsExactlyInAnyOrder("/username", "/password", "/name", "/roles/1", "/department");
    }

    @Test
    void aResponderNeedsADepartment() {
        TestClient.Answer answer = admin.post(
                USERS, "{\"username\":\"lost\",\"password\":\"a-password\",\"name\":\"N\",\"roles\":[\"manager\"]}");
        assertThat(answer.pointers()).containsExactly("/department");
        assertThat(admin.call("PATCH", USERS + "/a-agent", "{\"roles\":[\"responder\"]}")
                        .pointers())
                .containsExactly("/department");
    }

    @Test
    void aChangeCountsOnTheVersionItIsBasedOn() {
        add("changing", Role.AGENT);
        TestClient.Answer first = admin.get(USERS + "/changing");
        TestClient based = admin.with("If-Match", first.header("ETag"));
        assertThat(based.call("PATCH", USERS + "/changing", "{\"name\":\"Once\"}")
                        .status())
                .isEqualTo(200);
        assertThat(based.call("PATCH", USERS + "/changing", "{\"name\":\"Twice\"}")
                        .status())
                .isEqualTo(409);
        assertThat(admin.get(USERS + "/changing").json().path("name").asText()).isEqualTo("Once");
        assertThat(admin.with("If-Match", "\"x\"")
                        .call("PATCH", USERS + "/changing", "{}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aDisabledUserIsOutAtOnce() {
        add("leaving", Role.AGENT);
        TestClient leaving = nobody.signedIn("leaving", PASSWORD);
        assertThat(leaving.get("/api/v1/me").status()).isEqualTo(200);
        TestClient.Answer disabled = admin.call("DELETE", USERS + "/leaving", "");
        assertThat(disabled.json().path("enabled").asBoolean()).isFalse();
        assertThat(leaving.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(nobody.post("/api/v1/sign-in", "{\"username\":\"leaving\",\"password\":\"" + PASSWORD + "\"}")
                        .status())
                .isEqualTo(401);
        assertThat(admin.call("PATCH", USERS + "/leaving", "{\"enabled\":true}").status())
                .isEqualTo(200);
        nobody.signedIn("leaving", PASSWORD);
    }

    @Test
    void theFirstAdministratorStays() {
        assertThat(admin.call("DELETE", USERS + "/admin", "").status()).isEqualTo(409);
        assertThat(admin.call("PATCH", USERS + "/admin", "{\"roles\":[\"agent\"]}")
                        .status())
                .isEqualTo(409);
        assertThat(admin.call("DELETE", USERS + "/no-one", "").status()).isEqualTo(404);
    }

    @Test
    void aListIsPagedToItsEnd() {
        List<String> names = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = admin.get(USERS + "?limit=2" + cursor).json();
            assertThat(page.path("items").size()).isBetween(1, 2);
            page.path("items").forEach(user -> names.add(user.path("username").asText()));
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asText();
        } while (!cursor.isEmpty());
        assertThat(names)
                .contains("admin", "a-agent", "a-admin")
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(admin.get(USERS + "?limit=0").status()).isEqualTo(422);
        assertThat(admin.get(USERS + "?limit=x").status()).isEqualTo(422);
    }

    private static void add(String username, Role role) {
        boolean ofDepartment = EnumSet.of(Role.RESPONDER, Role.MANAGER).contains(role);
        accounts.add(
                new Username(username),
                "Name of " + username,
                Set.of(role),
                ofDepartment ? Optional.of(new DepartmentId("dls")) : Optional.empty(),
                new Password(PASSWORD));
    }
}
