package jo.sawt.ticketing.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jo.sawt.ticketing.Action;
import jo.sawt.ticketing.DeskFixture;
import jo.sawt.ticketing.Scripted;
import jo.sawt.ticketing.Status;
import jo.sawt.ticketing.Ticket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every act of every role on a ticket in every status: what a ticket says the caller may do is what the caller can do. */
class RightsMatrixTest {
    private static final List<String> CALLERS = List.of(
            "agent",
            "supervisor",
            "admin",
            "analyst",
            "editor",
            "responder-dls",
            "manager-dls",
            "responder-cspd",
            "manager-cspd");
    private static final List<Status> STATUSES = List.of(
            Status.ASSISTANT,
            Status.QUEUED,
            Status.IN_PROGRESS,
            Status.WITH_DEPARTMENT,
            Status.AWAITING_CITIZEN,
            Status.RESOLVED,
            Status.CLOSED,
            Status.MERGED,
            Status.SPAM);

    private static StaffFixture fixture;

    @BeforeAll
    static void open() {
        fixture = new StaffFixture();
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    static Stream<Arguments> everyStatusAndCaller() {
        return STATUSES.stream().flatMap(status -> CALLERS.stream().map(caller -> Arguments.of(status, caller)));
    }

    @ParameterizedTest
    @MethodSource("everyStatusAndCaller")
    void whatATicketOffersIsWhatTheCallerCanDo(Status status, String caller) {
        Ticket ticket = in(status);
        TestClient client = fixture.as(caller);
        TestClient.Answer seen = client.get(fixture.path(ticket));
        Set<String> offered = new TreeSet<>();
        if (seen.status() == 200) {
            seen.json().path("actions").forEach(action -> offered.add(action.asText()));
        }
        Set<String> possible = new TreeSet<>();
        for (Action action : tried(status)) {
            Ticket fresh = offered.contains(action.wire()) ? in(status) : ticket;
            TestClient.Answer answer = act(client, fresh, action);
            if (answer.status() == 200) {
                possible.add(action.wire());
            } else {
                assertThat(answer.status()).isIn(seen.status() == 200 ? List.of(403, 409) : List.of(404));
            }
        }
        assertThat(possible).isEqualTo(offered);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "agent|reply note refer transfer await kind tags priority split",
                "supervisor|reply note refer transfer await kind tags priority split",
                "admin|reply note refer transfer await kind tags priority split",
                "responder-dls|reply note refer accept answer transfer await tags priority",
                "manager-dls|reply note refer accept answer transfer await tags priority",
                "analyst|"
            })
    void aTicketWithADepartmentOffersEachTheirPart(String caller, String expected) {
        JsonNode actions = fixture.as(caller)
                .get(fixture.path(in(Status.WITH_DEPARTMENT)))
                .json()
                .path("actions");
        Set<String> names = new LinkedHashSet<>();
        actions.forEach(action -> names.add(action.asText()));
        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(expected == null ? Set.of() : Set.of(expected.split(" ")));
    }

    @Test
    void anotherDepartmentAndAnEditorDoNotKnowOfIt() {
        Ticket ticket = in(Status.WITH_DEPARTMENT);
        for (String caller : List.of("responder-cspd", "manager-cspd", "editor")) {
            assertThat(fixture.as(caller).get(fixture.path(ticket)).status()).isEqualTo(404);
        }
        assertThat(references("responder-cspd"))
                .doesNotContain(ticket.reference().value());
        assertThat(references("responder-dls")).contains(ticket.reference().value());
        assertThat(references("agent")).contains(ticket.reference().value());
    }

    @Test
    void anAnalystSeesNoPersonalData() {
        Ticket ticket = fixture.routed("dls");
        TestClient.Answer whole = fixture.as("analyst").get(fixture.path(ticket));
        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.text())
                .doesNotContain(ticket.talk().contact().address())
                .doesNotContain("المعاملة واقفة من شهر");
        assertThat(fixture.as("analyst").get("/api/v1/tickets?limit=200").text())
                .doesNotContain(ticket.talk().contact().address());
    }

    private static List<String> references(String caller) {
        List<String> references = new ArrayList<>();
        fixture.as(caller)
                .get("/api/v1/tickets?limit=200")
                .json()
                .path("items")
                .forEach(item -> references.add(item.path("reference").asText()));
        return references;
    }

    /** One request to change the status to queued is a reopening where the ticket is over, and a queueing elsewhere. */
    private static Set<Action> tried(Status status) {
        Set<Action> actions = EnumSet.allOf(Action.class);
        boolean over = status == Status.RESOLVED || status == Status.CLOSED;
        actions.remove(over ? Action.QUEUE : Action.REOPEN);
        return actions;
    }

    private static Ticket in(Status status) {
        Ticket ticket = make(status);
        Ticket now = fixture.desk.find(ticket.reference());
        assertThat(now.status()).isEqualTo(status);
        return now;
    }

    private static Ticket make(Status status) {
        return switch (status) {
            case NEW, ASSISTANT -> {
                var accepted = fixture.desk.say(DeskFixture.web(), "m1", "سؤال");
                yield fixture.desk.find(accepted.ticket());
            }
            case QUEUED -> fixture.queued();
            case IN_PROGRESS -> done("agent", fixture.queued(), "take", "");
            case WITH_DEPARTMENT -> fixture.routed("dls");
            case AWAITING_CITIZEN -> {
                fixture.desk.assistant.always(Scripted.answer("جواب"));
                yield fixture.desk.talk(DeskFixture.web(), "m1", "سؤال");
            }
            case RESOLVED ->
                done(
                        "responder-dls",
                        fixture.routed("dls"),
                        "assignments/dls/answer",
                        "{\"text\":\"أنجزت\",\"outcome\":\"done\"}");
            case CLOSED -> done("agent", make(Status.RESOLVED), "status", "{\"to\":\"closed\"}");
            case MERGED -> {
                Ticket queued = fixture.queued();
                yield done("agent", queued, "merge", "{\"into\":\"" + another(queued) + "\"}");
            }
            case SPAM -> done("agent", fixture.queued(), "status", "{\"to\":\"spam\"}");
        };
    }

    /** Another ticket of the same citizen: split from it, as long as it is open. */
    private static String another(Ticket ticket) {
        if (!ticket.status().isOpen()) {
            return ticket.reference().value();
        }
        TestClient.Answer split =
                post(fixture.as("agent"), ticket, "split", "{\"seq\":1,\"kind\":\"INQUIRY\",\"subject\":\"s\"}");
        return split.json().path("related").get(0).asText();
    }

    private static Ticket done(String caller, Ticket ticket, String path, String body) {
        TestClient.Answer answer = fixture.as(caller).post(fixture.path(ticket) + "/" + path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return ticket;
    }

    private static TestClient.Answer act(TestClient client, Ticket ticket, Action action) {
        return switch (action) {
            case TAKE -> post(client, ticket, "take", "");
            case RELEASE -> post(client, ticket, "release", "");
            case ASSIGN -> post(client, ticket, "assignee", "{\"assignee\":\"agent\"}");
            case REPLY -> post(client, ticket, "replies", "{\"text\":\"رد\"}");
            case NOTE -> post(client, ticket, "notes", "{\"text\":\"ملاحظة\"}");
            case REFER -> post(client, ticket, "assignments", "{\"department\":\"water\",\"reason\":\"r\"}");
            case ACCEPT -> post(client, ticket, "assignments/dls/accept", "");
            case ANSWER -> post(client, ticket, "assignments/dls/answer", "{\"text\":\"جواب\",\"outcome\":\"done\"}");
            case TRANSFER -> post(client, ticket, "assignments/dls/transfer", "{\"to\":\"water\",\"reason\":\"r\"}");
            case RESOLVE -> status(client, ticket, "resolved");
            case CLOSE -> status(client, ticket, "closed");
            case SPAM -> status(client, ticket, "spam");
            case AWAIT -> status(client, ticket, "awaiting_citizen");
            case QUEUE, REOPEN -> status(client, ticket, "queued");
            case KIND -> post(client, ticket, "kind", "{\"kind\":\"SUGGESTION\"}");
            case TAGS -> post(client, ticket, "tags", "{\"tags\":[\"a\"]}");
            case PRIORITY -> post(client, ticket, "priority", "{\"priority\":\"high\"}");
            case MERGE -> post(client, ticket, "merge", "{\"into\":\"" + another(ticket) + "\"}");
            case SPLIT -> post(client, ticket, "split", "{\"seq\":1,\"kind\":\"SUGGESTION\",\"subject\":\"s\"}");
            case ASSISTANT -> post(client, ticket, "assistant", "");
        };
    }

    private static TestClient.Answer status(TestClient client, Ticket ticket, String to) {
        return post(client, ticket, "status", "{\"to\":\"" + to + "\"}");
    }

    private static TestClient.Answer post(TestClient client, Ticket ticket, String path, String body) {
        return client.post(fixture.path(ticket) + "/" + path, body);
    }
}
