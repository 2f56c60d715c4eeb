package jo.sawt.knowledge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.testing.junit5.ServerTest;
import io.helidon.webserver.testing.junit5.SetUpRoute;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import jo.sawt.knowledge.Records;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

@ServerTest
class ServiceEditingTest {
    private static final Registered REGISTERED = new Registered();
    private final Http http;

    ServiceEditingTest(WebServer server) {
        this.http = new Http(server.port());
    }

    @SetUpRoute
    static void routes(HttpRouting.Builder routing) {
        REGISTERED.routes(routing);
    }

    @AfterAll
    static void stop() {
        REGISTERED.close();
    }

    @Test
    void aChangedFeeIsShownAtOnceAndYesterdaysCanStillBeAskedFor() throws Exception {
        HttpResponse<String> before = http.send(http.request("/api/v1/services/driving-licence-renewal"));
        assertThat(before.statusCode()).isEqualTo(200);
        ObjectNode service = (ObjectNode) Http.json(before);
        ((ObjectNode) service.withArray("fees").get(0)).put("amount", 77.125);

        HttpResponse<String> changed = http.put("driving-licence-renewal", service, "dvld", "If-Match", "\"1\"");

        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(changed.headers().firstValue("ETag")).hasValue("\"2\"");
        assertThat(http.get("/api/v1/services/driving-licence-renewal")
                        .at("/fees/0/amount")
                        .asText())
                .isEqualTo("77.125");
        JsonNode yesterday = http.get("/api/v1/services/driving-licence-renewal?at=2026-05-31");
        assertThat(yesterday.get("version").asInt()).isEqualTo(1);
        assertThat(yesterday.get("effectiveTo").asText()).isEqualTo("2026-05-31");
        assertThat(http.get("/api/v1/services/driving-licence-renewal?version=1")
                        .get("fees"))
                .isEqualTo(Http.json(before).get("fees"));
        assertThat(http.get("/api/v1/services/driving-licence-renewal/versions").get("items"))
                .extracting(item -> item.get("version").asInt())
                .containsExactly(1, 2);
        assertThat(http.put("driving-licence-renewal", service, "dvld", "If-Match", "\"1\"")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void aChangeIsRefusedWithItsReason() throws Exception {
        ObjectNode service = Records.service("id-card-first", "cspd", "-5");
        HttpResponse<String> invalid = http.put("id-card-first", service, "cspd");
        assertThat(invalid.statusCode()).isEqualTo(422);
        assertThat(Http.json(invalid).at("/errors/0/pointer").asText()).isEqualTo("/fees/0/amount");

        assertThat(http.put("id-card-first", Records.service("id-card-first", "cspd", "5"), "dls")
                        .statusCode())
                .isEqualTo(403);
        assertThat(http.put("id-card-first", Records.service("other", "cspd", "5"), "all")
                        .statusCode())
                .isEqualTo(422);
        assertThat(http.put("id-card-first", Records.service("id-card-first", "nowhere", "5"), "all")
                        .statusCode())
                .isEqualTo(422);
        assertThat(http.put("id-card-first", Records.service("id-card-first", "cspd", "5"), "all", "If-Match", "x")
                        .statusCode())
                .isEqualTo(400);
        HttpRequest.Builder unsigned = http.request("/api/v1/services/id-card-first")
                .PUT(HttpRequest.BodyPublishers.ofString(service.toString()));
        assertThat(http.send(unsigned).statusCode()).isEqualTo(401);
        assertThat(http.get("/api/v1/services/id-card-first").get("version").asInt())
                .isEqualTo(1);
    }

    @Test
    void bodiesOfAnotherTypeOrSizeOrNoJsonAreRefused() throws Exception {
        String path = "/api/v1/services/id-card-first";
        assertThat(http.send(http.request(path)
                                .header("Authorization", "all")
                                .header("Content-Type", "text/xml")
                                .PUT(HttpRequest.BodyPublishers.ofString("<a/>")))
                        .statusCode())
                .isEqualTo(415);
        assertThat(http.send(http.request(path)
                                .header("Authorization", "all")
                                .header("Content-Type", "application/json")
                                .PUT(HttpRequest.BodyPublishers.ofString("{nope")))
                        .statusCode())
                .isEqualTo(400);
        assertThat(http.send(http.request(path)
                                .header("Authorization", "all")
                                .header("Content-Type", "application/json")
                                .PUT(HttpRequest.BodyPublishers.ofString("\"" + "x".repeat(1 << 20) + "\"")))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void aNewServiceIsCreatedOnce() throws Exception {
        ObjectNode service = Records.service("new-service", "cspd", "5");

        HttpResponse<String> created = http.put("new-service", service, "cspd", "If-None-Match", "*");

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location")).hasValue("/api/v1/services/new-service");
        assertThat(http.put("new-service", service, "cspd", "If-None-Match", "*")
                        .statusCode())
                .isEqualTo(409);
        assertThat(Http.json(http.put("new-service", service, "cspd"))
                        .get("version")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void whatDiffersBetweenVersionsIsToldInWords() throws Exception {
        ObjectNode service = (ObjectNode) http.get("/api/v1/services/passport-damaged");
        service.withObject("/summary").put("en", "Replaces a damaged passport.");
        assertThat(http.put("passport-damaged", service, "cspd").statusCode()).isEqualTo(200);

        JsonNode changes = http.get("/api/v1/services/passport-damaged/changes?lang=en");

        assertThat(changes.get("from").asInt()).isEqualTo(1);
        assertThat(changes.get("to").asInt()).isEqualTo(2);
        assertThat(changes.at("/items/0/pointer").asText()).isEqualTo("/summary/en");
        assertThat(changes.at("/items/0/text").asText())
                .startsWith("Summary: ")
                .endsWith(" → Replaces a damaged passport.");
        assertThat(changes.get("items")).hasSize(1);
        assertThat(http.status("/api/v1/services/passport-damaged/changes?from=7"))
                .isEqualTo(404);
    }

    @Test
    void aServiceIsWithdrawnByTheCommissionWithAReason() throws Exception {
        assertThat(withdraw("all", "{}").statusCode()).isEqualTo(422);
        assertThat(withdraw("all", "{\"reason\":\"merged\",\"effectiveFrom\":\"2020-01-01\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(withdraw("vtc", "{\"reason\":\"merged\"}").statusCode()).isEqualTo(403);

        assertThat(withdraw("all", "{\"reason\":\"merged\"}").statusCode()).isEqualTo(200);

        assertThat(http.status("/api/v1/services/vocational-training")).isEqualTo(404);
        assertThat(http.status("/api/v1/services/vocational-training?at=2026-05-31"))
                .isEqualTo(200);
        assertThat(http.get("/api/v1/services/vocational-training/versions")
                        .at("/items/1/reason")
                        .asText())
                .isEqualTo("merged");
    }

    private HttpResponse<String> withdraw(String editor, String body) throws IOException, InterruptedException {
        return http.post("/api/v1/services/vocational-training/withdrawal", body, editor);
    }

    @Test
    void aDraftGoesFromTheDepartmentToTheCommission() throws Exception {
        String path = "/api/v1/services/passport-urgent/draft";
        ObjectNode service = (ObjectNode) http.get("/api/v1/services/passport-urgent");
        service.withObject("/summary").put("en", "Issues a passport at once.");
        service.put("reason", "new rule");

        assertThat(http.put("passport-urgent/draft", service, "dls").statusCode())
                .isEqualTo(403);
        JsonNode draft = Http.json(http.put("passport-urgent/draft", service, "cspd"));
        assertThat(draft.get("stage").asText()).isEqualTo("draft");
        assertThat(draft.at("/changes/0/pointer").asText()).isEqualTo("/summary/en");
        assertThat(draft.get("actions").toString()).isEqualTo("[\"submit\",\"discard\"]");
        assertThat(http.post(path + "/submit", "{}", "cspd").statusCode()).isEqualTo(200);
        assertThat(http.post(path + "/submit", "{}", "cspd").statusCode()).isEqualTo(409);
        assertThat(http.post(path + "/publish", "{}", "cspd").statusCode()).isEqualTo(403);
        assertThat(http.post(path + "/fly", "{}", "all").statusCode()).isEqualTo(404);
        HttpResponse<String> drafts = http.send(http.request("/api/v1/drafts").header("Authorization", "all"));
        assertThat(Http.json(drafts).at("/items/0/service").asText()).isEqualTo("passport-urgent");
        assertThat(http.status("/api/v1/drafts")).isEqualTo(401);

        HttpResponse<String> published = http.post(path + "/publish", "{}", "all");

        assertThat(Http.json(published).get("stage").asText()).isEqualTo("published");
        assertThat(http.get("/api/v1/services/passport-urgent")
                        .at("/summary/en")
                        .asText())
                .isEqualTo("Issues a passport at once.");
    }
}
