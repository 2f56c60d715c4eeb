package jo.sawt.ticketing.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import jo.sawt.ticketing.Contact;
import jo.sawt.ticketing.DeskFixture;
import jo.sawt.ticketing.Kind;
import jo.sawt.ticketing.Scripted;
import jo.sawt.ticketing.Ticket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrackingRoutesTest {
    private static StaffFixture fixture;

    @BeforeAll
    static void open() {
        fixture = new StaffFixture();
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @BeforeEach
    void forgetGuesses() {
        fixture.desk.clock.advance(Duration.ofMinutes(16));
    }

    @Test
    void withoutProofOnlyStatusKindDepartmentAndDueDateAreTold() {
        JsonNode json = fixture.nobody.get(path(fixture.routed("dls"))).json();
        assertThat(json.properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsExactlyInAnyOrder("reference", "status", "kind", "department", "departmentName", "dueAt");
        assertThat(json.path("status").asText()).isEqualTo("with_department");
        assertThat(json.path("kind").asText()).isEqualTo("COMPLAINT");
        assertThat(json.path("department").asText()).isEqualTo("dls");
        assertThat(json.path("departmentName").asText()).isEqualTo("دائرة dls");
        assertThat(json.path("dueAt").asText()).isNotEmpty();
    }

    @Test
    void theChatSessionProvesAWebTicket() {
        Ticket ticket = fixture.routed("dls");
        JsonNode timeline = fixture.nobody
                .get(path(ticket) + "?proof=" + ticket.talk().contact().address())
                .json()
                .path("timeline");
        assertThat(timeline.get(0).path("from").asText()).isEqualTo("citizen");
        assertThat(timeline.get(0).path("text").asText()).isEqualTo("المعاملة واقفة من شهر");
        assertThat(timeline.get(1).path("from").asText()).isEqualTo("assistant");
    }

    @Test
    void theLastFourDigitsProveATicketByPhone() {
        fixture.desk.assistant.always(Scripted.route(Kind.COMPLAINT, "dls"));
        Contact phone = DeskFixture.sms();
        Ticket ticket = fixture.desk.talk(phone, "m1", "شكوى");
        String digits = phone.address().substring(phone.address().length() - 4);
        assertThat(fixture.nobody.get(path(ticket) + "?proof=" + digits).json().has("timeline"))
                .isTrue();
        String wrong = digits.equals("0000") ? "0001" : "0000";
        TestClient.Answer refused = fixture.nobody.get(path(ticket) + "?proof=" + wrong);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).doesNotContain("شكوى");
    }

    @Test
    void notesAndEventsOfStaffAreNotForTheCitizen() {
        Ticket ticket = fixture.routed("dls");
        fixture.as("responder-dls").post(fixture.path(ticket) + "/notes", "{\"text\":\"كلام داخلي\"}");
        String told = fixture.nobody
                .get(path(ticket) + "?proof=" + ticket.talk().contact().address())
                .text();
        assertThat(told).contains("المعاملة واقفة").doesNotContain("كلام داخلي").doesNotContain("\"event\"");
    }

    @Test
    void anUnknownReferenceAndOneThatIsNoneAreUnknown() {
        assertThat(fixture.nobody.get("/api/v1/tracking/" + Samples.REFERENCE).status())
                .isEqualTo(404);
        assertThat(fixture.nobody.get("/api/v1/tracking/1").status()).isEqualTo(404);
    }

    @Test
    void aCitizenReopensWhatIsResolvedAndRatesIt() {
        Ticket ticket = fixture.routed("dls");
        String proof = ticket.talk().contact().address();
        String reopen = "{\"reason\":\"لم أستلم السند\",\"proof\":\"" + proof + "\"}";
        assertThat(fixture.nobody.post(path(ticket) + "/reopen", reopen).status())
                .isEqualTo(409);
        fixture.as("responder-dls")
                .post(fixture.path(ticket) + "/assignments/dls/answer", "{\"text\":\"أنجزت\",\"outcome\":\"done\"}");
        String rating = "{\"solution\":2,\"classification\":5,\"response\":4,\"proof\":\"" + proof + "\"}";
        assertThat(fixture.nobody.post(path(ticket) + "/rating", rating).status())
                .isEqualTo(200);
        JsonNode rated = fixture.as("agent").get(fixture.path(ticket)).json().path("rating");
        assertThat(rated.path("solution").asInt()).isEqualTo(2);
        assertThat(fixture.nobody
                        .post(path(ticket) + "/reopen", "{\"reason\":\"x\"}")
                        .status())
                .isEqualTo(403);
        assertThat(fixture.nobody
                        .post(path(ticket) + "/reopen", "{\"proof\":\"" + proof + "\"}")
                        .pointers())
                .containsExactly("/reason");
        TestClient.Answer reopened = fixture.nobody.post(path(ticket) + "/reopen", reopen);
        assertThat(reopened.status()).isEqualTo(200);
        assertThat(reopened.json().path("status").asText()).isEqualTo("with_department");
        assertThat(fixture.nobody
                        .post(path(ticket) + "/rating", "{\"solution\":9}")
                        .pointers())
                .containsExactlyInAnyOrder("/solution", "/classification", "/response");
    }

    @Test
    void guessingAProofIsPutOff() {
        Ticket ticket = fixture.routed("dls");
        for (int i = 0; i < 10; i++) {
            assertThat(fixture.nobody.get(path(ticket) + "?proof=000" + i).status())
                    .isEqualTo(403);
        }
        TestClient.Answer answer = fixture.nobody.get(path(ticket) + "?proof=9999");
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(fixture.nobody.get(path(ticket)).status()).isEqualTo(200);
        fixture.desk.clock.advance(Duration.ofSeconds(1));
        assertThat(fixture.nobody
                        .get(path(ticket) + "?proof=" + ticket.talk().contact().address())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void guessingReferencesIsPutOff() {
        for (int i = 0; i < 100; i++) {
            assertThat(fixture.nobody
                            .get("/api/v1/tracking/" + Samples.REFERENCE)
                            .status())
                    .isEqualTo(404);
        }
        assertThat(fixture.nobody.get("/api/v1/tracking/" + Samples.REFERENCE).status())
                .isEqualTo(429);
    }

    private static String path(Ticket ticket) {
        return "/api/v1/tracking/" + ticket.reference();
    }
}
