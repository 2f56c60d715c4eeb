package jo.sawt.knowledge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.testing.junit5.ServerTest;
import io.helidon.webserver.testing.junit5.SetUpRoute;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

@ServerTest
class RecordRoutesTest {
    private static final Registered REGISTERED = new Registered();
    private final Http http;

    RecordRoutesTest(WebServer server) {
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

    private HttpResponse<String> put(String path, String body, String editor) throws IOException, InterruptedException {
        return http.send(http.request(path)
                .header("Authorization", editor)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void chartersAndIndicatorsOfTheSampleAreOpenData() throws Exception {
        JsonNode charters = http.get("/api/v1/charters?department=mohe").get("items");
        assertThat(charters).hasSize(1);
        assertThat(charters.at("/0/targets/0/value").asInt()).isEqualTo(10);
        assertThat(charters.at("/0/targets/0/unit").asText()).isEqualTo("working-days");

        JsonNode indicator = http.get("/api/v1/indicators/mystery-shopper");
        assertThat(indicator.at("/values/2/value").asInt()).isEqualTo(62);
        assertThat(http.get("/api/v1/indicators?department=modee").get("items")).hasSize(4);
        assertThat(http.get("/api/v1/agreements").get("items")).isEmpty();
        assertThat(http.status("/api/v1/charters/none")).isEqualTo(404);
    }

    @Test
    void anAgreementIsWrittenByItsLeadAndKeepsItsVersions() throws Exception {
        String path = "/api/v1/agreements/newborn";
        String agreement = """
                {"name":{"ar":"المولود","en":"Newborn"},"parties":["cspd","moh"],"lead":"cspd",
                 "purpose":{"ar":"تبادل بيانات المواليد","en":"Exchange of births"},
                 "targets":[{"label":{"ar":"مدة الرد","en":"Time to answer"},"bound":"at-most","value":%s,"unit":"days"}],
                 "reason":"first"}""";
        assertThat(put(path, agreement.formatted("2"), "moh").statusCode()).isEqualTo(403);
        assertThat(put(path, agreement.formatted("2").replace("\"moh\"", "\"nowhere\""), "cspd")
                        .statusCode())
                .isEqualTo(422);
        assertThat(put(path, agreement.formatted("2").replace(",\"moh\"", ""), "cspd")
                        .statusCode())
                .isEqualTo(422);
        assertThat(put(path, agreement.formatted("2"), "cspd").statusCode()).isEqualTo(201);

        assertThat(put(path, agreement.formatted("1"), "cspd").statusCode()).isEqualTo(200);

        assertThat(http.get(path).at("/targets/0/value").asInt()).isEqualTo(1);
        assertThat(http.get(path + "?version=1").at("/targets/0/value").asInt()).isEqualTo(2);
        assertThat(http.get(path + "/versions").get("items")).hasSize(2);
        assertThat(http.get("/api/v1/agreements?department=moh").get("items")).hasSize(1);
        assertThat(http.post(path + "/withdrawal", "{\"reason\":\"ended\"}", "cspd")
                        .statusCode())
                .isEqualTo(403);
        assertThat(http.post(path + "/withdrawal", "{\"reason\":\"ended\"}", "all")
                        .statusCode())
                .isEqualTo(200);
        assertThat(http.status(path)).isEqualTo(404);
    }

    @Test
    void synonymsAreTheCommissionsAndForEditorsOnly() throws Exception {
        String synonym = "{\"said\":[\"كوشان\"],\"means\":[\"سند تسجيل\"]}";
        assertThat(http.status("/api/v1/synonyms")).isEqualTo(401);
        assertThat(put("/api/v1/synonyms/deed", synonym, "dls").statusCode()).isEqualTo(403);
        assertThat(put("/api/v1/synonyms/deed", "{\"said\":[],\"means\":[\"x\"]}", "all")
                        .statusCode())
                .isEqualTo(422);
        assertThat(put("/api/v1/synonyms/deed", synonym, "all").statusCode()).isEqualTo(201);
        assertThat(REGISTERED.registry().synonyms()).hasSize(1);
    }

    @Test
    void aServiceIsConfirmedInTheVersionThatWasLookedAt() throws Exception {
        String path = "/api/v1/services/id-card-renewal/confirmation";
        assertThat(http.post(path, "{\"version\":7}", "cspd").statusCode()).isEqualTo(409);
        assertThat(http.post(path, "{\"version\":1}", "dls").statusCode()).isEqualTo(403);

        HttpResponse<String> done = http.post(path, "{\"version\":1,\"note\":\"checked\"}", "cspd");

        assertThat(Http.json(done).get("by").asText()).isEqualTo("cspd");
        HttpResponse<String> stale =
                http.send(http.request("/api/v1/registry/stale").header("Authorization", "all"));
        assertThat(Http.json(stale).get("total").asInt()).isZero();
    }
}
