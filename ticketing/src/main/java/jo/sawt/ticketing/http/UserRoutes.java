package jo.sawt.ticketing.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import jo.sawt.ticketing.Accounts;
import jo.sawt.ticketing.Caller;
import jo.sawt.ticketing.DepartmentId;
import jo.sawt.ticketing.Departments;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Password;
import jo.sawt.ticketing.Role;
import jo.sawt.ticketing.User;
import jo.sawt.ticketing.Username;

/** {@code /api/v1/users}: administrators make, change and disable accounts; supervisors may read them, to assign work. */
public final class UserRoutes implements HttpService {
    private static final String USERS = "/api/v1/users";
    private static final String USER = USERS + "/{username}";
    private static final Set<Role> MAKERS = EnumSet.of(Role.ADMIN);
    private static final Set<Role> READERS = EnumSet.of(Role.ADMIN, Role.SUPERVISOR);
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PASSWORD = 256;

    private final Accounts accounts;
    private final Departments departments;

    public UserRoutes(Accounts accounts, Departments departments) {
        this.accounts = accounts;
        this.departments = departments;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(USERS, this::list)
                .post(USERS, this::add)
                .get(USER, this::get)
                .patch(USER, this::change)
                .delete(USER, this::disable);
    }

    private void list(ServerRequest request, ServerResponse response) {
        Callers.with(request, READERS);
        Query query = new Query(request);
        int limit = query.limit();
        List<User> users = accounts.list(query.value("cursor", Username::parse), limit + 1);
        ObjectNode json = Json.object();
        ArrayNode items = json.putArray("items");
        users.stream().limit(limit).forEach(user -> items.add(UserJson.of(user)));
        Json.put(
                json,
                "next",
                users.size() > limit ? Optional.of(users.get(limit - 1).username()) : Optional.empty());
        Json.send(response, json);
    }

    private void add(ServerRequest request, ServerResponse response) {
        Callers.with(request, MAKERS);
        Body body = Body.of(request);
        Optional<Username> username = body.value("username", Username::parse);
        Optional<Password> password = body.value("password", UserRoutes::password);
        String name = body.text("name", LONGEST_NAME);
        Set<Role> roles = new HashSet<>(body.values("roles", Role.values().length, Role::parse));
        Optional<DepartmentId> department = department(body);
        checkRoles(body, roles, department);
        body.check();
        Accounts.Made made = accounts.add(username.orElseThrow(), name, roles, department, password.orElseThrow())
                .orElseThrow(() -> Problem.of(request, Status.CONFLICT_409, "staff.user.taken"));
        response.status(Status.CREATED_201);
        response.header(HeaderNames.LOCATION, USERS + "/" + made.user().username());
        send(response, made.user());
    }

    private void get(ServerRequest request, ServerResponse response) {
        Callers.with(request, READERS);
        send(response, accounts.find(username(request)).orElseThrow(() -> unknown(request)));
    }

    private void change(ServerRequest request, ServerResponse response) {
        Caller caller = Callers.with(request, MAKERS);
        User before = accounts.find(username(request)).orElseThrow(() -> unknown(request));
        Body body = Body.of(request);
        Optional<Set<Role>> roles = body.has("roles")
                ? Optional.of(Set.copyOf(body.values("roles", Role.values().length, Role::parse)))
                : Optional.empty();
        Accounts.Change change = new Accounts.Change(
                body.optionalText("name", LONGEST_NAME),
                roles,
                department(body),
                body.has("enabled") ? Optional.of(body.flag("enabled")) : Optional.empty(),
                body.optionalValue("password", UserRoutes::password));
        checkRoles(body, roles.orElse(before.roles()), change.department().or(before::department));
        body.check();
        apply(request, response, caller, change);
    }

    private void disable(ServerRequest request, ServerResponse response) {
        Caller caller = Callers.with(request, MAKERS);
        apply(
                request,
                response,
                caller,
                new Accounts.Change(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(false), Optional.empty()));
    }

    private void apply(ServerRequest request, ServerResponse response, Caller caller, Accounts.Change change) {
        OptionalLong version = Preconditions.version(request);
        Optional<Long> basedOn = version.isPresent() ? Optional.of(version.getAsLong()) : Optional.empty();
        switch (accounts.change(caller, username(request), change, basedOn)) {
            case Accounts.Changed.Done done -> send(response, done.user());
            case Accounts.Changed.Unknown none -> throw unknown(request);
            case Accounts.Changed.Stale stale -> throw Problem.stale(request);
            case Accounts.Changed.LastAdministrator last ->
                throw Problem.of(request, Status.CONFLICT_409, "staff.user.last");
        }
    }

    private Optional<DepartmentId> department(Body body) {
        Optional<DepartmentId> department = body.optionalValue("department", Parse::department);
        if (department.filter(id -> departments.name(id, Lang.AR).isEmpty()).isPresent()) {
            body.wrong("department", "staff.unknown.department");
        }
        return department;
    }

    private static void checkRoles(Body body, Set<Role> roles, Optional<DepartmentId> department) {
        if (roles.isEmpty()) {
            body.wrong("roles", "staff.user.roles");
        }
        if ((roles.contains(Role.RESPONDER) || roles.contains(Role.MANAGER)) && department.isEmpty()) {
            body.wrong("department", "staff.user.department");
        }
    }

    private static Optional<Password> password(String typed) {
        return typed.length() < 8 || typed.length() > LONGEST_PASSWORD
                ? Optional.empty()
                : Optional.of(new Password(typed));
    }

    private static Username username(ServerRequest request) {
        return Username.parse(request.path().pathParameters().get("username")).orElseThrow(() -> unknown(request));
    }

    private static io.helidon.http.HttpException unknown(ServerRequest request) {
        return Problem.of(request, Status.NOT_FOUND_404, "staff.unknown.user");
    }

    private static void send(ServerResponse response, User user) {
        response.header(HeaderNames.ETAG, "\"" + user.version() + "\"");
        Json.send(response, UserJson.of(user));
    }
}
