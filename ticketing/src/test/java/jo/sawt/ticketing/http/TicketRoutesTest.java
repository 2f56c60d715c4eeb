package jo.sawt.ticketing.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import jo.sawt.ticketing.Accounts;
import jo.sawt.ticketing.Act;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Condition;
import jo.sawt.ticketing.DepartmentId;
import jo.sawt.ticketing.Files;
import jo.sawt.ticketing.Kind;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Opening;
import jo.sawt.ticketing.Outcome;
import jo.sawt.ticketing.Password;
import jo.sawt.ticketing.Priority;
import jo.sawt.ticketing.Role;
import jo.sawt.ticketing.Sessions;
import jo.sawt.ticketing.SettableClock;
import jo.sawt.ticketing.Status;
import jo.sawt.ticketing.TicketQuery;
import jo.sawt.ticketing.Topic;
import jo.sawt.ticketing.Username;
import jo.sawt.ticketing.mongo.MongoAttachments;
import jo.sawt.ticketing.mongo.MongoTickets;
import jo.sawt.ticketing.mongo.MongoTokens;
import jo.sawt.ticketing.mongo.MongoUsers;
import jo.sawt.ticketing.mongo.TestStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the wire asks of the desk, and what the desk's answers look like on the wire. */
class TicketRoutesTest {
    private static final String PASSWORD = "a-long-password";
    private static final String TICKETS = "/api/v1/tickets";
    private static final String ONE = TICKETS + "/" + Samples.REFERENCE;
    private static final Username AGENT = new Username("rana");
    private static final SettableClock CLOCK = new SettableClock("2026-11-29T08:00:00Z");

    private static TestStore store;
    private static TestServer server;
    private static TestClient agent;
    private static TestClient nobody;
    private static RecordingDesk desk;

    @BeforeAll
    static void open() {
        store = TestStore.embedded();
        MongoUsers users = new MongoUsers(store.database());
        Sessions sessions = new Sessions(users, new MongoTokens(store.database()), CLOCK);
        Accounts accounts = new Accounts(users, sessions, CLOCK);
        accounts.add(AGENT, "Rana", Set.of(Role.AGENT), Optional.empty(), new Password(PASSWORD));
        accounts.add(new Username("ed"), "Ed", Set.of(Role.EDITOR), Optional.empty(), new Password(PASSWORD));
        desk = new RecordingDesk(Samples.complaint());
        TestDepartments departments = new TestDepartments();
        server = new TestServer(
                sessions,
                List.of(
                        new SignInRoutes(sessions),
                        new TicketRoutes(desk, departments, CLOCK),
                        new ActRoutes(
                                desk,
                                accounts,
                                departments,
                                new Files(
                                        MongoAttachments.open(store.database(), CLOCK),
                                        MongoTickets.open(store.database(), CLOCK),
                                        CLOCK)),
                        new OutboxRoutes(desk)));
        nobody = TestClient.of(server, HttpClient.newHttpClient());
        agent = nobody.signedIn(AGENT.value(), PASSWORD);
    }

    @AfterAll
    static void close() {
        server.close();
        store.close();
    }

    @BeforeEach
    void forget() {
        desk.asked.clear();
        desk.outcome = () -> new Outcome.Done(desk.ticket);
    }

    @Test
    void aTicketHasEveryFieldOfTheContract() {
        TestClient.Answer answer = agent.get(ONE);
        assertThat(answer.header("ETag")).isEqualTo("\"7\"");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        JsonNode json = answer.json();
        assertThat(json.path("reference").asText()).isEqualTo(Samples.REFERENCE.value());
        assertThat(json.path("version").asLong()).isEqualTo(7);
        assertThat(json.path("status").asText()).isEqualTo("with_department");
        assertThat(json.path("kind").asText()).isEqualTo("COMPLAINT");
        assertThat(json.path("subject").asText()).isEqualTo("معاملة أراض متأخرة");
        assertThat(json.path("lang").asText()).isEqualTo("ar");
        assertThat(json.path("channel").asText()).isEqualTo("sms");
        assertThat(json.path("service").asText()).isEqualTo("land-registration");
        assertThat(json.path("department").asText()).isEqualTo("dls");
        assertThat(json.path("assignee").asText()).isEqualTo("rana");
        assertThat(json.path("contact").toString()).isEqualTo("{\"channel\":\"sms\",\"address\":\"+962790000001\"}");
        assertThat(json.path("assignments").get(0).path("dueAt").asText()).isEqualTo("2026-12-04T08:00:00Z");
        assertThat(json.path("assignments").get(0).path("lead").asBoolean()).isTrue();
        assertThat(json.path("clocks").path("firstResponseDueAt").asText()).isEqualTo("2026-12-01T08:00:00Z");
        assertThat(json.path("clocks").path("resolutionDueAt").asText()).isEqualTo("2026-12-04T08:00:00Z");
        assertThat(json.path("createdAt").asText()).isEqualTo("2026-11-29T08:00:00Z");
        assertThat(json.path("updatedAt").asText()).isEqualTo("2026-11-29T08:01:00Z");
        assertThat(json.path("actions").toString()).isEqualTo("[\"take\",\"reply\"]");
    }

    @Test
    void aTimelineTellsMessagesNotesAndEventsApart() {
        JsonNode timeline = agent.get(ONE).json().path("timeline");
        assertThat(timeline).extracting(entry -> entry.path("seq").asInt()).containsExactly(1, 2, 3, 4);
        assertThat(timeline)
                .extracting(entry -> entry.path("type").asText())
                .containsExactly("message", "message", "event", "note");
        assertThat(timeline)
                .extracting(entry -> entry.path("from").asText())
                .containsExactly("citizen", "assistant", "assistant", "department");
        assertThat(timeline.get(0).path("text").asText()).isEqualTo("تأخرت");
        assertThat(timeline.get(1).path("delivery").asText()).isEqualTo("dead");
        assertThat(timeline.get(1).path("citations").get(0).path("field").asText())
                .isEqualTo("fees");
        assertThat(timeline.get(1).path("options").get(0).path("label").asText())
                .isEqualTo("نعم");
        assertThat(timeline.get(2).path("event").asText()).isEqualTo("status");
        assertThat(timeline.get(2).path("old").asText()).isEqualTo("assistant");
        assertThat(timeline.get(2).path("new").asText()).isEqualTo("with_department");
        assertThat(timeline.get(2).path("details").path("reason").asText()).isEqualTo("routed");
        assertThat(timeline.get(3).path("by").asText()).isEqualTo("lina");
    }

    @Test
    void aListLeavesOutTimelineAndActions() {
        JsonNode json = agent.get(TICKETS).json();
        assertThat(json.path("next").asText()).isEqualTo("next-page");
        JsonNode line = json.path("items").get(0);
        assertThat(line.has("timeline")).isFalse();
        assertThat(line.has("actions")).isFalse();
        assertThat(line.path("version").asLong()).isEqualTo(7);
        assertThat(desk.last(TicketQuery.class))
                .isEqualTo(new TicketQuery(
                        Set.of(),
                        TicketQuery.Filter.NONE,
                        Optional.empty(),
                        TicketQuery.Sort.NEWEST,
                        Optional.empty(),
                        50));
    }

    @Test
    void everyFilterReachesTheDesk() {
        agent.get(
                TICKETS + "?status=queued,in_progress&status=new&kind=REPORT&department=dls&assignee=me&channel=email"
                        + "&service=passport-renewal&due=2026-12-01T10:00:00%2B03:00&q=%D8%B1%D8%B3%D9%88%D9%85&sort=due&cursor=abc&limit=9999");
        assertThat(desk.last(TicketQuery.class))
                .isEqualTo(new TicketQuery(
                        EnumSet.of(Status.QUEUED, Status.IN_PROGRESS, Status.NEW),
                        new TicketQuery.Filter(
                                Optional.of(Kind.REPORT),
                                Optional.of(Samples.DLS),
                                Optional.of(AGENT),
                                Optional.of(Channel.EMAIL),
                                Optional.of("passport-renewal"),
                                Optional.of(Instant.parse("2026-12-01T07:00:00Z"))),
                        Optional.of("رسوم"),
                        TicketQuery.Sort.DUE,
                        Optional.of("abc"),
                        200));
    }

    @Test
    void overdueMeansThatTheClockRunsAndHasRunOut() {
        agent.get(TICKETS + "?due=overdue");
        TicketQuery query = desk.last(TicketQuery.class);
        assertThat(query.filter().dueBefore()).contains(CLOCK.instant());
        assertThat(query.statuses()).contains(Status.WITH_DEPARTMENT).doesNotContain(Status.RESOLVED, Status.CLOSED);
    }

    @ParameterizedTest
    @CsvSource({
        "status=open,/status",
        "kind=complaint,/kind",
        "department=D L S,/department",
        "assignee=!,/assignee",
        "channel=fax,/channel",
        "due=tomorrow,/due",
        "sort=random,/sort",
        "limit=many,/limit",
        "limit=0,/limit"
    })
    void anUnknownValueOfAFilterIsRefusedByName(String parameter, String pointer) {
        TestClient.Answer answer = agent.get(TICKETS + "?" + parameter.replace(" ", "%20"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.pointers()).containsExactly(pointer);
    }

    @Test
    void aBrokenCursorIsMalformed() {
        assertThat(agent.get(TICKETS + "?cursor=broken").status()).isEqualTo(400);
    }

    static Stream<Arguments> acts() {
        return Stream.of(
                Arguments.of("take", "", new Act.Take()),
                Arguments.of("release", "{}", new Act.Release()),
                Arguments.of("assistant", "", new Act.HandBack()),
                Arguments.of("assignee", "{\"assignee\":\"rana\"}", new Act.AssignTo(AGENT)),
                Arguments.of("replies", "{\"text\":\"نعم\",\"clientId\":\"c1\"}", new Act.Say("نعم", false)),
                Arguments.of("replies", "{\"text\":\"متى؟\",\"asks\":true}", new Act.Say("متى؟", true)),
                Arguments.of("notes", "{\"text\":\"n\"}", new Act.Note("n")),
                Arguments.of(
                        "status",
                        "{\"to\":\"resolved\",\"reason\":\"r\"}",
                        new Act.ChangeStatus(Status.RESOLVED, Optional.of("r"))),
                Arguments.of("kind", "{\"kind\":\"REPORT\"}", new Act.ChangeKind(Kind.REPORT, Optional.empty())),
                Arguments.of("tags", "{\"tags\":[\"a\",\" b \"]}", new Act.Tag(List.of("a", "b"))),
                Arguments.of("priority", "{\"priority\":\"urgent\"}", new Act.Prioritise(Priority.URGENT)),
                Arguments.of("merge", "{\"into\":\"" + Samples.REFERENCE + "\"}", new Act.Merge(Samples.REFERENCE)),
                Arguments.of(
                        "split",
                        "{\"seq\":3,\"kind\":\"INQUIRY\",\"subject\":\"s\"}",
                        new Act.Split(3, Kind.INQUIRY, "s")),
                Arguments.of(
                        "assignments",
                        "{\"department\":\"gam\",\"reason\":\"r\",\"lead\":true}",
                        new Act.Refer(new DepartmentId("gam"), "r", true)),
                Arguments.of("assignments/dls/accept", "", new Act.Accept(Samples.DLS)),
                Arguments.of(
                        "assignments/dls/answer",
                        "{\"text\":\"t\",\"outcome\":\"done\",\"evidence\":\"e\"}",
                        new Act.Answer(Samples.DLS, "t", Optional.of("e"), true, Optional.empty())),
                Arguments.of(
                        "assignments/dls/answer",
                        "{\"text\":\"t\",\"outcome\":\"unable\",\"reason\":\"r\"}",
                        new Act.Answer(Samples.DLS, "t", Optional.empty(), false, Optional.of("r"))),
                Arguments.of(
                        "assignments/dls/transfer",
                        "{\"to\":\"gam\",\"reason\":\"r\"}",
                        new Act.Transfer(Samples.DLS, new DepartmentId("gam"), "r")));
    }

    @ParameterizedTest
    @MethodSource("acts")
    void everyActReachesTheDeskAsWritten(String path, String body, Act act) {
        TestClient.Answer answer = agent.post(ONE + "/" + path, body);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(desk.last(Act.class)).isEqualTo(act);
        assertThat(answer.json().path("actions").size()).isEqualTo(2);
        assertThat(nobody.post(ONE + "/" + path, body).status()).isEqualTo(401);
        assertThat(agent.post(TICKETS + "/NOTATICKET/" + path, body).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "assignee|{\"assignee\":\"no-one\"}|/assignee",
                "assignee|{\"assignee\":\"ed\"}|/assignee",
                "replies|{\"text\":\"  \"}|/text",
                "replies|{\"text\":\"t\",\"attachments\":[{}]}|/attachments/0",
                "notes|{}|/text",
                "status|{\"to\":\"done\"}|/to",
                "kind|{\"kind\":\"QUESTION\"}|/kind",
                "tags|{\"tags\":\"a\"}|/tags",
                "tags|{\"tags\":[\"a\",7]}|/tags/1",
                "priority|{\"priority\":9}|/priority",
                "merge|{\"into\":\"AAAAAAAAAA\"}|/into",
                "split|{\"seq\":0,\"kind\":\"INQUIRY\",\"subject\":\"s\"}|/seq",
                "assignments|{\"department\":\"none\",\"reason\":\"r\"}|/department",
                "assignments|{\"department\":\"dls\"}|/reason",
                "assignments/dls/answer|{\"text\":\"t\",\"outcome\":\"maybe\"}|/outcome",
                "assignments/dls/answer|{\"text\":\"t\",\"outcome\":\"unable\"}|/reason",
                "assignments/dls/transfer|{\"to\":\"mars\",\"reason\":\"r\"}|/to"
            })
    void aWrongActIsRefusedByItsPlace(String path, String body, String pointer) {
        TestClient.Answer answer = agent.post(ONE + "/" + path, body);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.pointers()).containsExactly(pointer);
        assertThat(desk.asked).isEmpty();
    }

    @Test
    void theConditionsOfAWriteReachTheDesk() {
        agent.with("If-Match", "\"7\"").with("Idempotency-Key", "k1").post(ONE + "/take", "");
        assertThat(desk.asked.getFirst()).isEqualTo(new Condition(OptionalLong.of(7), Optional.of("k1")));
        desk.asked.clear();
        agent.post(ONE + "/replies", "{\"text\":\"t\",\"clientId\":\"c1\"}");
        assertThat(desk.asked.getFirst()).isEqualTo(new Condition(OptionalLong.empty(), Optional.of("c1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"seven\"", "\"7\", \"8\"", "-1"})
    void aVersionThatIsNoneIsMalformed(String value) {
        assertThat(agent.with("If-Match", value).post(ONE + "/take", "").status())
                .isEqualTo(400);
    }

    @Test
    void whatTheDeskSaysBecomesAStatus() {
        desk.outcome = () -> new Outcome.Stale(9);
        assertThat(agent.post(ONE + "/take", "").status()).isEqualTo(409);
        desk.outcome = Outcome.Forbidden::new;
        assertThat(agent.post(ONE + "/take", "").status()).isEqualTo(403);
        desk.outcome = Outcome.Unknown::new;
        assertThat(agent.post(ONE + "/take", "").status()).isEqualTo(404);
    }

    @Test
    void anAgentOpensATicketForACaller() {
        TestClient.Answer answer = agent.post(TICKETS, """
                {"channel":"phone","address":"0790000001","kind":"COMPLAINT","subject":"s","text":"t","department":"dls"}""");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo(ONE);
        assertThat(desk.last(Opening.class))
                .isEqualTo(new Opening(
                        Channel.PHONE,
                        Optional.of("0790000001"),
                        Kind.COMPLAINT,
                        "s",
                        "t",
                        Lang.AR,
                        new Topic(Optional.empty(), Optional.of(Samples.DLS), Optional.empty())));
        assertThat(agent.post(TICKETS, "{\"channel\":\"sms\",\"department\":\"none\"}")
                        .pointers())
                .containsExactlyInAnyOrder("/channel", "/kind", "/subject", "/text", "/department");
    }

    @Test
    void deadMessagesAreListedAndTriedAgain() {
        JsonNode item = agent.get("/api/v1/outbox/dead").json().path("items").get(0);
        assertThat(item.path("reference").asText()).isEqualTo(Samples.REFERENCE.value());
        assertThat(item.path("seq").asLong()).isEqualTo(2);
        assertThat(item.path("code").asText()).isEqualTo("30003");
        assertThat(agent.post("/api/v1/outbox/dead/retry", item.toString()).status())
                .isEqualTo(200);
        assertThat(desk.asked).containsExactly(Samples.REFERENCE, 2L);
        assertThat(agent.post("/api/v1/outbox/dead/retry", "{}").pointers()).containsExactly("/reference", "/seq");
    }

    @Test
    void ticketsAreNotForEditors() {
        TestClient editor = nobody.signedIn("ed", PASSWORD);
        assertThat(editor.get(TICKETS).status()).isEqualTo(403);
        assertThat(editor.get("/api/v1/outbox/dead").status()).isEqualTo(403);
        assertThat(nobody.get(TICKETS).status()).isEqualTo(401);
        assertThat(nobody.get(ONE).status()).isEqualTo(401);
    }
}
