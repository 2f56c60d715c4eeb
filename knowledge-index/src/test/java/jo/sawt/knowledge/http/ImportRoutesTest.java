package jo.sawt.knowledge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.testing.junit5.ServerTest;
import io.helidon.webserver.testing.junit5.SetUpRoute;
import java.net.http.HttpResponse;
import jo.sawt.knowledge.Records;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

@ServerTest
class ImportRoutesTest {
    private static final Registered REGISTERED = new Registered();
    private final Http http;

    ImportRoutesTest(WebServer server) {
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
    void anImportCountsItsLinesAndTellsWhyOnesAreRefused() throws Exception {
        String lines = Records.department("first") + "\n{\n" + Records.department("cspd") + "\n";

        JsonNode tried = Http.json(http.take("kind=departments&dryRun=true", lines));
        assertThat(tried.get("created").asInt()).isEqualTo(1);
        assertThat(http.get("/api/v1/departments?limit=200").toString()).doesNotContain("\"first\"");

        JsonNode done = Http.json(http.take("kind=departments", lines));
        assertThat(done.get("created").asInt()).isEqualTo(1);
        assertThat(done.get("updated").asInt()).isEqualTo(1);
        assertThat(done.get("refused").asInt()).isEqualTo(1);
        assertThat(done.at("/refusals/0/line").asInt()).isEqualTo(2);
        assertThat(done.at("/refusals/0/reason").asText()).contains("JSON");
        assertThat(http.get("/api/v1/departments?limit=200").toString()).contains("\"first\"");
    }

    @Test
    void theExportIsOpenAndTakenAgainUnchanged() throws Exception {
        HttpResponse<String> exported = http.send(http.request("/api/v1/registry/export?kind=life-events"));

        assertThat(exported.headers().firstValue("Content-Type").orElse("")).startsWith("application/x-ndjson");
        assertThat(exported.body().lines()).hasSize(34);
        assertThat(Http.json(http.take("kind=life-events", exported.body()))
                        .get("unchanged")
                        .asInt())
                .isEqualTo(34);
        assertThat(http.status("/api/v1/registry/export?kind=utterances")).isEqualTo(401);
        assertThat(http.status("/api/v1/registry/export")).isEqualTo(400);
    }
}
