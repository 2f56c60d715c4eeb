package jo.sawt.ticketing.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import jo.sawt.ticketing.Contact;
import jo.sawt.ticketing.DeskFixture;
import jo.sawt.ticketing.Kind;
import jo.sawt.ticketing.OutboundMessage;
import jo.sawt.ticketing.ProvenTracking;
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
    void guessesAtOneTicketCountWhereverTheyCome() {
        Ticket ticket = byPhone();
        for (int i = 0; i < 10; i++) {
            assertThat(fixture.proving.look("ticket " + i, Optional.of(ticket.reference()), Optional.of("x" + i)))
                    .isInstanceOf(ProvenTracking.Seen.WrongProof.class);
        }
        assertThat(fixture.proving.look("another", Optional.of(ticket.reference()), Optional.of("x")))
                .isInstanceOf(ProvenTracking.Seen.NotNow.class);
        assertThat(fixture.nobody.get(path(ticket) + "?proof=x").status()).isEqualTo(429);
    }

    @Test
    void aCodeSentToThePhoneOfATicketProvesItForTenMinutes() throws InterruptedException {
        Ticket ticket = byPhone();
        String code = codeFor(ticket);
        assertThat(code).matches("[0-9]{6}");
        JsonNode proven = fixture.nobody.get(path(ticket) + "?proof=" + code).json();
        assertThat(proven.has("timeline")).isTrue();
        String pass = proven.path("proof").asText();
        assertThat(fixture.nobody.get(path(ticket) + "?proof=" + code).status())
                .as("a code is good once")
                .isEqualTo(403);
        assertThat(fixture.nobody.get(path(ticket) + "?proof=" + pass).json().has("timeline"))
                .as("what came for it goes on")
                .isTrue();
        assertThat(fixture.nobody.get(path(byPhone()) + "?proof=" + pass).status())
                .as("not for another ticket")
                .isEqualTo(403);
        String rating = "{\"solution\":5,\"classification\":5,\"response\":5,\"proof\":\"" + pass + "\"}";
        assertThat(fixture.nobody.post(path(ticket) + "/rating", rating).status())
                .as("proven, but not the time to rate")
                .isEqualTo(409);
        assertThat(fixture.desk.texts(ticket.talk().contact())).noneMatch(text -> text.contains(code));

        String late = codeFor(ticket);
        fixture.desk.clock.advance(Duration.ofMinutes(10));
        assertThat(fixture.nobody.get(path(ticket) + "?proof=" + late).status()).isEqualTo(403);
        fixture.desk.clock.advance(Duration.ofMinutes(20));
        assertThat(fixture.nobody.get(path(ticket) + "?proof=" + pass).status()).isEqualTo(403);
    }

    @Test
    void aCodeIsOverAfterFiveWrongTriesAndAnotherTicketsIsNone() throws InterruptedException {
        Ticket ticket = byPhone();
        Ticket other = byPhone();
        String code = codeFor(ticket);
        String others = codeFor(other);
        if (!others.equals(code)) {
            assertThat(fixture.nobody.get(path(ticket) + "?proof=" + others).status())
                    .isEqualTo(403);
        }
        String wrong = code.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < 5; i++) {
            assertThat(fixture.nobody.get(path(ticket) + "?proof=" + wrong).status())
                    .isEqualTo(403);
        }
        assertThat(fixture.nobody.get(path(ticket) + "?proof=" + code).status()).isEqualTo(403);
    }

    @Test
    void askingForACodeTellsNothingAndIsBounded() throws InterruptedException {
        Ticket ticket = byPhone();
        for (int i = 0; i < 3; i++) {
            codeFor(ticket);
        }
        int sent = fixture.desk.sms.sent.size();
        TestClient.Answer fourth = fixture.nobody.post(path(ticket) + "/codes", "");
        assertThat(fourth.status()).isEqualTo(202);
        for (String none : new String[] {
            "AAAAAAAAAA", "nonsense", fixture.queued().reference().value()
        }) {
            TestClient.Answer same = fixture.nobody.post("/api/v1/tracking/" + none + "/codes", "");
            assertThat(same.status()).isEqualTo(202);
            assertThat(same.text()).isEqualTo(fourth.text());
        }
        Thread.sleep(300);
        assertThat(fixture.desk.sms.sent).hasSize(sent);
        int last = 202;
        for (int i = 0; i < 10 && last == 202; i++) {
            last = fixture.nobody.post(path(ticket) + "/codes", "").status();
        }
        assertThat(last).isEqualTo(429);
    }

    private Ticket byPhone() {
        fixture.desk.assistant.always(Scripted.route(Kind.COMPLAINT, "dls"));
        return fixture.desk.talk(DeskFixture.sms(), "m1", "شكوى");
    }

    /** Asks for a code and reads it off the phone. */
    private static String codeFor(Ticket ticket) throws InterruptedException {
        int before = fixture.desk.sms.sent.size();
        assertThat(fixture.nobody.post(path(ticket) + "/codes", "").status()).isEqualTo(202);
        for (int i = 0; i < 200 && fixture.desk.sms.sent.size() == before; i++) {
            Thread.sleep(25);
        }
        OutboundMessage message = fixture.desk.sms.sent.getLast();
        assertThat(message.to()).isEqualTo(ticket.talk().contact());
        return message.reply().text().substring(0, 6);
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
