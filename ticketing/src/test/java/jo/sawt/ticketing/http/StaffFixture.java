package jo.sawt.ticketing.http;

import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jo.sawt.ticketing.Accounts;
import jo.sawt.ticketing.CountedGuesses;
import jo.sawt.ticketing.DepartmentId;
import jo.sawt.ticketing.Departments;
import jo.sawt.ticketing.DeskFixture;
import jo.sawt.ticketing.Files;
import jo.sawt.ticketing.GapDesk;
import jo.sawt.ticketing.Kind;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Lessons;
import jo.sawt.ticketing.Password;
import jo.sawt.ticketing.ProvenTracking;
import jo.sawt.ticketing.Role;
import jo.sawt.ticketing.Scripted;
import jo.sawt.ticketing.Sessions;
import jo.sawt.ticketing.SettableClock;
import jo.sawt.ticketing.Ticket;
import jo.sawt.ticketing.TicketingSettings;
import jo.sawt.ticketing.TrackingCodes;
import jo.sawt.ticketing.Username;
import jo.sawt.ticketing.mongo.MongoAttachments;
import jo.sawt.ticketing.mongo.MongoCodes;
import jo.sawt.ticketing.mongo.MongoCorrections;
import jo.sawt.ticketing.mongo.MongoGaps;
import jo.sawt.ticketing.mongo.MongoTickets;
import jo.sawt.ticketing.mongo.MongoTokens;
import jo.sawt.ticketing.mongo.MongoUsers;
import jo.sawt.ticketing.mongo.TestStore;

/** A whole desk over HTTP with somebody of each role signed in. */
final class StaffFixture implements AutoCloseable {
    private static final String PASSWORD = "a-long-password";

    final TestStore store = TestStore.embedded();
    final DeskFixture desk;
    final Files files;
    final GapDesk gaps;
    final Accounts accounts;
    final ProvenTracking proving;
    final TestClient nobody;
    private final TestServer server;
    private final Map<String, TestClient> clients = new HashMap<>();

    StaffFixture() {
        SettableClock schema = new SettableClock("2026-06-01T08:00:00Z");
        MongoCorrections corrections = MongoCorrections.open(store.database(), schema);
        this.gaps = new GapDesk(MongoGaps.open(store.database(), schema), schema);
        this.desk = new DeskFixture(
                MongoTickets.open(store.database(), schema),
                TicketingSettings.defaults(false),
                Optional.of(new Lessons(gaps, corrections, text -> text.replace("0790000000", "[PHONE_1]"))));
        this.files = new Files(MongoAttachments.open(store.database(), desk.clock), desk.tickets, desk.clock);
        MongoUsers users = new MongoUsers(store.database());
        Sessions sessions = new Sessions(users, new MongoTokens(store.database()), desk.clock);
        this.accounts = new Accounts(users, sessions, desk.clock);
        Departments departments = (id, lang) -> DeskFixture.DEPARTMENTS.contains(id.value())
                ? Optional.of(lang == Lang.AR ? "دائرة " + id : "Department " + id)
                : Optional.empty();
        TrackingCodes codes =
                new TrackingCodes(new MongoCodes(store.database()), desk.tickets, List.of(desk.sms), desk.clock);
        this.proving = new CountedGuesses(desk.ticketing.tracking(), codes, desk.clock, true);
        this.server = new TestServer(
                sessions,
                List.of(
                        new SignInRoutes(sessions),
                        new TicketRoutes(desk.ticketing.staff(), departments, desk.clock),
                        new ActRoutes(desk.ticketing.staff(), accounts, departments, files),
                        new AttachmentRoutes(files, desk.ticketing.staff()),
                        new OutboxRoutes(desk.ticketing.staff()),
                        new GapRoutes(gaps, desk.ticketing.staff(), departments),
                        new CorrectionRoutes(corrections, desk.clock),
                        new TrackingRoutes(desk.ticketing.tracking(), proving, codes, departments, desk.clock, true),
                        new FeedRoutes(desk.ticketing.feed(), desk.tickets, desk.ticketing.staff(), sessions)));
        this.nobody = TestClient.of(server, HttpClient.newHttpClient());
        for (Role role : List.of(Role.AGENT, Role.SUPERVISOR, Role.ANALYST, Role.EDITOR, Role.ADMIN)) {
            add(role.wire(), role, Optional.empty());
        }
        for (String department : List.of("dls", "cspd")) {
            add("responder-" + department, Role.RESPONDER, Optional.of(new DepartmentId(department)));
            add("manager-" + department, Role.MANAGER, Optional.of(new DepartmentId(department)));
        }
    }

    private void add(String username, Role role, Optional<DepartmentId> department) {
        accounts.add(new Username(username), "Sample", Set.of(role), department, new Password(PASSWORD));
        clients.put(username, nobody.signedIn(username, PASSWORD));
    }

    /** Somebody signed in, once more where the clock has gone past the life of the token. */
    TestClient as(String username) {
        TestClient client = clients.get(username);
        if (client == null) {
            throw new AssertionError("nobody is called " + username);
        }
        if (client.get("/api/v1/me").status() == 401) {
            clients.put(username, signedInAgain(username));
        }
        return clients.getOrDefault(username, client);
    }

    /** The same person in a session of its own. */
    TestClient signedInAgain(String username) {
        return nobody.signedIn(username, PASSWORD);
    }

    /** A complaint by web chat that the assistant has routed to a department. */
    Ticket routed(String department) {
        desk.assistant.always(Scripted.route(Kind.COMPLAINT, department));
        return desk.talk(DeskFixture.web(), "m1", "المعاملة واقفة من شهر");
    }

    /** A question that waits in the human queue. */
    Ticket queued() {
        desk.assistant.always(Scripted.handOver());
        return desk.talk(DeskFixture.web(), "m1", "بدي أحكي مع موظف");
    }

    String path(Ticket ticket) {
        return "/api/v1/tickets/" + ticket.reference();
    }

    @Override
    public void close() {
        server.close();
        desk.ticketing.close();
        store.close();
    }
}
