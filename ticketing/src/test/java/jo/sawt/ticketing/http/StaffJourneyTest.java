package jo.sawt.ticketing.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jo.sawt.ticketing.Delivery;
import jo.sawt.ticketing.DeskFixture;
import jo.sawt.ticketing.Scripted;
import jo.sawt.ticketing.Ticket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Staff at work on the real desk. */
class StaffJourneyTest {
    private static StaffFixture fixture;

    @BeforeAll
    static void open() {
        fixture = new StaffFixture();
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @Test
    void aComplaintIsAnsweredByItsDepartmentAndTheCitizenIsTold() {
        Ticket ticket = fixture.routed("dls");
        TestClient responder = fixture.as("responder-dls");
        assertThat(responder
                        .post(fixture.path(ticket) + "/assignments/dls/accept", "")
                        .status())
                .isEqualTo(200);
        JsonNode answered = responder
                .post(
                        fixture.path(ticket) + "/assignments/dls/answer",
                        "{\"text\":\"أنجزت معاملتك\",\"outcome\":\"done\",\"evidence\":\"كتاب رقم 7\"}")
                .json();
        assertThat(answered.path("status").asText()).isEqualTo("resolved");
        JsonNode share = answered.path("assignments").get(0);
        assertThat(share.path("state").asText()).isEqualTo("answered");
        assertThat(share.path("answer").path("evidence").asText()).isEqualTo("كتاب رقم 7");
        assertThat(fixture.desk.texts(ticket.talk().contact())).anyMatch(text -> text.contains("أنجزت معاملتك"));
    }

    @Test
    void aDepartmentThatTransfersDoesNotSeeTheTicketAnyMore() {
        Ticket ticket = fixture.routed("dls");
        String transfer = fixture.path(ticket) + "/assignments/dls/transfer";
        assertThat(fixture.as("responder-cspd")
                        .post(transfer, "{\"to\":\"cspd\",\"reason\":\"r\"}")
                        .status())
                .isEqualTo(404);
        fixture.as("responder-dls").post(transfer, "{\"to\":\"cspd\",\"reason\":\"ليست لدينا\"}");
        assertThat(fixture.as("responder-dls").get(fixture.path(ticket)).status())
                .isEqualTo(404);
        JsonNode seen = fixture.as("responder-cspd").get(fixture.path(ticket)).json();
        assertThat(seen.path("timeline").toString()).contains("ليست لدينا");
    }

    @Test
    void aChangeOnAnOldVersionIsAConflict() {
        Ticket ticket = fixture.queued();
        TestClient agent = fixture.as("agent");
        String tag = agent.get(fixture.path(ticket)).header("ETag");
        assertThat(agent.with("If-Match", tag)
                        .post(fixture.path(ticket) + "/take", "")
                        .status())
                .isEqualTo(200);
        assertThat(fixture.as("supervisor")
                        .with("If-Match", tag)
                        .post(fixture.path(ticket) + "/priority", "{\"priority\":\"high\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void theSameWriteAgainChangesNothing() {
        Ticket ticket = fixture.queued();
        TestClient agent = fixture.as("agent");
        String reply = "{\"text\":\"كيف أساعدك؟\",\"clientId\":\"c1\"}";
        JsonNode first = agent.post(fixture.path(ticket) + "/replies", reply).json();
        JsonNode again = agent.post(fixture.path(ticket) + "/replies", reply).json();
        assertThat(again.path("version")).isEqualTo(first.path("version"));
        assertThat(fixture.desk.texts(ticket.talk().contact())).containsOnlyOnce("كيف أساعدك؟");
        String opening =
                "{\"channel\":\"phone\",\"address\":\"+962790000009\",\"kind\":\"COMPLAINT\",\"subject\":\"s\",\"text\":\"t\"}";
        TestClient once = agent.with("Idempotency-Key", "call-7");
        TestClient.Answer opened = once.post("/api/v1/tickets", opening);
        assertThat(opened.status()).isEqualTo(201);
        assertThat(once.post("/api/v1/tickets", opening).json().path("reference"))
                .isEqualTo(opened.json().path("reference"));
    }

    @Test
    void aTicketCanBeHandedToAColleagueAndGivenBack() {
        Ticket ticket = fixture.queued();
        TestClient agent = fixture.as("agent");
        JsonNode assigned = fixture.as("supervisor")
                .post(fixture.path(ticket) + "/assignee", "{\"assignee\":\"agent\"}")
                .json();
        assertThat(assigned.path("assignee").asText()).isEqualTo("agent");
        assertThat(references(agent, "?assignee=me&status=in_progress")).contains(reference(ticket));
        JsonNode released = agent.post(fixture.path(ticket) + "/release", "").json();
        assertThat(released.path("assignee").isNull()).isTrue();
        assertThat(released.path("status").asText()).isEqualTo("queued");
    }

    @Test
    void listsAreFilteredSortedAndPaged() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(reference(fixture.routed("water")));
            fixture.desk.clock.advance(Duration.ofMinutes(1));
        }
        List<String> oldest = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = fixture.as("agent")
                    .get("/api/v1/tickets?department=water&kind=COMPLAINT&sort=createdAt&limit=2" + cursor)
                    .json();
            page.path("items").forEach(item -> oldest.add(item.path("reference").asText()));
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asText();
        } while (!cursor.isEmpty());
        assertThat(oldest).isEqualTo(made);
        assertThat(references(fixture.as("agent"), "?department=water&sort=due"))
                .containsAll(made);
        assertThat(references(fixture.as("agent"), "?department=water&status=closed"))
                .isEmpty();
        assertThat(references(fixture.as("agent"), "?q=" + made.get(2))).containsExactly(made.get(2));
        assertThat(references(fixture.as("responder-dls"), "?department=water")).isEmpty();
        assertThat(fixture.as("agent").get("/api/v1/tickets?cursor=%25").status())
                .isEqualTo(400);
    }

    @Test
    void whatIsLateIsListedAsOverdue() {
        Ticket ticket = fixture.routed("cspd");
        assertThat(references(fixture.as("agent"), "?due=overdue&department=cspd"))
                .doesNotContain(reference(ticket));
        fixture.desk.clock.advance(Duration.ofDays(6));
        TestClient agent = fixture.signedInAgain("agent");
        assertThat(references(agent, "?due=overdue&department=cspd&limit=200")).contains(reference(ticket));
    }

    @Test
    void aDeadMessageIsTriedAgain() {
        fixture.desk.assistant.always(Scripted.answer("جواب"));
        fixture.desk.sms.next.add(new Delivery.Rejected("30003"));
        Ticket ticket = fixture.desk.talk(DeskFixture.sms(), "m1", "سؤال");
        TestClient agent = fixture.signedInAgain("agent");
        JsonNode dead = agent.get("/api/v1/outbox/dead").json().path("items").get(0);
        assertThat(dead.path("reference").asText()).isEqualTo(reference(ticket));
        assertThat(dead.path("code").asText()).isEqualTo("30003");
        assertThat(agent.post("/api/v1/outbox/dead/retry", dead.toString()).status())
                .isEqualTo(200);
        fixture.desk.settle();
        assertThat(fixture.desk.sms.sent).hasSize(2);
        assertThat(agent.get("/api/v1/outbox/dead").json().path("items").size()).isZero();
    }

    private static String reference(Ticket ticket) {
        return ticket.reference().value();
    }

    private static List<String> references(TestClient client, String query) {
        List<String> references = new ArrayList<>();
        client.get("/api/v1/tickets" + query)
                .json()
                .path("items")
                .forEach(item -> references.add(item.path("reference").asText()));
        return references;
    }
}
