package jo.sawt.knowledge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.testing.junit5.ServerTest;
import io.helidon.webserver.testing.junit5.SetUpRoute;
import java.net.http.HttpRequest;
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
    void aTableIsTakenAndGivenAndItsProgressKept() throws Exception {
        HttpResponse<String> exported = http.send(http.request("/api/v1/registry/export?kind=centers&format=csv"));
        assertThat(exported.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(exported.body()).startsWith("\uFEFFid,name.ar,name.en,");

        String row = exported.body().replace("الأحد", "الاثنين").replaceFirst(",31\\.9,", ",far north,");
        HttpResponse<String> done = http.send(http.request("/api/v1/registry/import?kind=centers")
                .header("Authorization", "all")
                .header("Content-Type", "text/csv; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(row)));

        JsonNode report = Http.json(done);
        assertThat(report.get("refused").asInt()).as(done.body()).isEqualTo(1);
        assertThat(report.at("/refusals/0/errors/0/column").asText()).isEqualTo("lat");
        assertThat(report.get("updated").asInt()).isPositive();
        HttpResponse<String> run = http.send(
                http.request("/api/v1/registry/imports/" + report.get("id").asText())
                        .header("Authorization", "all"));
        assertThat(Http.json(run).get("state").asText()).isEqualTo("done");
        assertThat(Http.json(run).get("lines").asInt()).isEqualTo(19);
        assertThat(http.status("/api/v1/registry/imports")).isEqualTo(401);
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
