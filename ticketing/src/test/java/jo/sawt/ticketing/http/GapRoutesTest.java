package jo.sawt.ticketing.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.StreamSupport;
import jo.sawt.ticketing.Contact;
import jo.sawt.ticketing.DeskFixture;
import jo.sawt.ticketing.Scripted;
import jo.sawt.ticketing.Ticket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Knowledge gaps and corrections over HTTP, by those who may and those who may not. */
class GapRoutesTest {
    private static final String GAPS = "/api/v1/gaps";
    private static final String CLOSE = "{\"reason\":\"it is in the registry now\",\"service\":\"drone-licence\"}";

    private StaffFixture fixture;

    @BeforeEach
    void open() {
        fixture = new StaffFixture();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Ticket ask(String text, String... topic) {
        fixture.desk.assistant.always(Scripted.unanswered(Optional.of("dls"), text, topic));
        Contact contact = DeskFixture.web();
        return fixture.desk.talk(contact, "m1", text);
    }

    @Test
    void aDepartmentSeesItsGapsClosesAndMovesThem() {
        ask("كيف أرخص طائرة درون", "drone", "licence");
        ask("رخصة درون", "licence", "drone");
        TestClient manager = fixture.as("manager-dls");
        JsonNode items = manager.get(GAPS + "?sort=last&status=open").json().path("items");
        assertThat(items).hasSize(1);
        JsonNode gap = items.path(0);
        assertThat(gap.path("count").asInt()).isEqualTo(2);
        assertThat(gap.path("samples")).hasSize(2);
        String path = GAPS + "/" + gap.path("id").asText();
        assertThat(fixture.as("manager-cspd").get(path).status()).isEqualTo(404);
        assertThat(fixture.as("manager-cspd").get(GAPS).json().path("items")).isEmpty();
        assertThat(fixture.as("responder-dls").post(path + "/close", CLOSE).status())
                .isEqualTo(403);
        assertThat(manager.post(path + "/close", "{}").pointers()).containsExactly("/reason");
        TestClient.Answer closed = manager.with(
                        "If-Match", "\"" + gap.path("version").asInt() + "\"")
                .post(path + "/close", CLOSE);
        assertThat(closed.status()).isEqualTo(200);
        assertThat(closed.json().path("status").asText()).isEqualTo("closed");
        assertThat(closed.json().path("service").asText()).isEqualTo("drone-licence");
        assertThat(manager.post(path + "/close", CLOSE).status()).isEqualTo(409);
        assertThat(manager.with("If-Match", "\"1\"")
                        .post(path + "/reopen", "{\"reason\":\"no\"}")
                        .status())
                .isEqualTo(409);
        assertThat(manager.post(path + "/reopen", "{\"reason\":\"still asked\"}")
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("open");
        assertThat(manager.post(path + "/department", "{\"to\":\"nowhere\",\"reason\":\"x\"}")
                        .pointers())
                .containsExactly("/to");
        JsonNode moved = manager.post(path + "/department", "{\"to\":\"cspd\",\"reason\":\"civil status\"}")
                .json();
        assertThat(moved.path("department").asText()).isEqualTo("cspd");
        assertThat(moved.path("events").findValuesAsText("what")).containsExactly("closed", "reopened", "moved");
        assertThat(manager.get(path).status()).isEqualTo(404);
        assertThat(fixture.as("manager-cspd").get(path).status()).isEqualTo(200);
    }

    @Test
    void theDeskSeesTheTicketsAndAnAnalystNothingThatOneCitizenWrote() {
        Ticket ticket = ask("عم أسأل عن درون باسم سمير", "drone", "سمير");
        ask("درون", "drone");
        JsonNode line = StreamSupport.stream(
                        fixture.as("analyst").get(GAPS).json().path("items").spliterator(), false)
                .filter(item -> fixture.as("agent")
                        .get(GAPS + "/" + item.path("id").asText())
                        .json()
                        .path("tickets")
                        .toString()
                        .contains(ticket.reference().value()))
                .findFirst()
                .orElseThrow();
        String path = GAPS + "/" + line.path("id").asText();
        JsonNode seen = fixture.as("agent").get(path).json();
        assertThat(seen.path("topic").toString()).contains("سمير");
        assertThat(seen.path("actions")).isEmpty();
        String nameless = fixture.as("analyst").get(path).text() + line;
        assertThat(nameless)
                .doesNotContain("سمير")
                .doesNotContain(ticket.reference().value());
        assertThat(line.path("topic").toString()).doesNotContain("سمير");
        assertThat(fixture.as("editor").get(path).json().path("actions").toString())
                .contains("close");
        assertThat(fixture.as("manager-dls").get(path).json().path("tickets")).isEmpty();
        assertThat(fixture.nobody.get(GAPS).status()).isEqualTo(401);
        assertThat(fixture.as("agent").get(GAPS + "?status=lost").pointers()).containsExactly("/status");
        assertThat(fixture.as("agent").get(GAPS + "/none").status()).isEqualTo(404);
    }

    @Test
    void staffSeeWhatTheAssistantWentByAndEditorsForgetWhatItLearned() {
        Ticket ticket = fixture.routed("dls");
        assertThat(fixture.as("agent")
                        .get(fixture.path(ticket))
                        .json()
                        .path("understood")
                        .path("confidence")
                        .asDouble())
                .isEqualTo(0.9);
        assertThat(fixture.as("analyst").get(fixture.path(ticket)).json().has("understood"))
                .isFalse();
        fixture.as("agent")
                .post(
                        fixture.path(ticket) + "/assignments/dls/transfer",
                        "{\"to\":\"water\",\"reason\":\"water supply\"}");
        fixture.desk.settle();
        JsonNode learned =
                fixture.as("editor").get("/api/v1/corrections").json().path("items");
        assertThat(learned).hasSize(1);
        assertThat(learned.path(0).path("department").asText()).isEqualTo("water");
        assertThat(learned.path(0).path("by").asText()).isEqualTo("agent");
        assertThat(learned.path(0).path("ticket").asText())
                .isEqualTo(ticket.reference().value());
        String path = "/api/v1/corrections/" + learned.path(0).path("id").asText();
        assertThat(fixture.as("agent").get("/api/v1/corrections").status()).isEqualTo(403);
        assertThat(fixture.as("agent").call("DELETE", path, "").status()).isEqualTo(403);
        assertThat(fixture.as("editor").call("DELETE", path, "").status()).isEqualTo(204);
        assertThat(fixture.as("editor").call("DELETE", path, "").status()).isEqualTo(404);
        assertThat(fixture.as("admin").get("/api/v1/corrections").json().path("items"))
                .isEmpty();
    }
}
