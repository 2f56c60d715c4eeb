package jo.sawt.knowledge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.testing.junit5.ServerTest;
import io.helidon.webserver.testing.junit5.SetUpRoute;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

@ServerTest
class DirectoryRoutesTest {
    private static final Registered REGISTERED = new Registered();
    private final Http http;

    DirectoryRoutesTest(WebServer server) {
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
    void centersAreSortedByDistanceAndServeWhatIsAskedFor() throws Exception {
        JsonNode near = http.get("/api/v1/centers?near=32.55,35.85");
        List<Double> distances = new ArrayList<>();
        near.get("items").forEach(item -> distances.add(item.get("distanceKm").asDouble()));
        assertThat(distances).hasSize(19).isSorted();
        assertThat(near.at("/items/0/governorate").asText()).isEqualTo("إربد");
        assertThat(distances.getFirst()).isLessThan(10);

        assertThat(http.get("/api/v1/centers?governorate=" + Http.encoded("العاصمة"))
                        .get("items"))
                .hasSize(5);
        assertThat(http.get("/api/v1/centers?governorate=Amman").get("items")).hasSize(5);
        assertThat(http.get("/api/v1/centers?service=passport-renewal").get("items"))
                .isNotEmpty()
                .allSatisfy(
                        item -> assertThat(item.get("departments").toString()).contains("\"cspd\""));
        JsonNode serving = http.get("/api/v1/centers?near=32.55,35.85&department=mofa");
        JsonNode nearest = serving.at("/items/0");
        assertThat(nearest.get("departments").toString()).contains("\"mofa\"");
        near.get("items").forEach(item -> {
            if (item.get("distanceKm").asDouble() < nearest.get("distanceKm").asDouble()) {
                assertThat(item.get("departments").toString()).doesNotContain("\"mofa\"");
            }
        });
    }

    @Test
    void departmentsAndLifeEventsAreListed() throws Exception {
        assertThat(http.get("/api/v1/departments?limit=200").get("items")).hasSizeGreaterThanOrEqualTo(47);
        assertThat(http.get("/api/v1/life-events").get("items")).hasSize(34).anySatisfy(event -> {
            assertThat(event.get("id").asText()).isEqualTo("newborn");
            assertThat(event.get("services")).isNotEmpty();
        });
    }

    @Test
    void searchShowsTitlesInTheLanguageAskedFor() throws Exception {
        JsonNode found =
                http.get("/api/v1/search?q=" + Http.encoded("تجديد جواز السفر العادي") + "&lang=en&type=service");

        assertThat(found.at("/items/0/id").asText()).isEqualTo("passport-renewal");
        assertThat(found.at("/items/0/title").asText()).isEqualTo("Ordinary passport renewal");
        assertThat(found.at("/items/0/department").asText()).isEqualTo("cspd");
        assertThat(found.get("next").isNull()).isTrue();
    }

    @Test
    void badParametersAreNamedInTheCallersLanguage() throws Exception {
        for (String path : List.of(
                "/api/v1/services?limit=0",
                "/api/v1/services?limit=201",
                "/api/v1/services?cursor=x",
                "/api/v1/services?lang=fr",
                "/api/v1/services?department=No+Id",
                "/api/v1/services/passport-renewal?at=yesterday",
                "/api/v1/services/passport-renewal?version=0",
                "/api/v1/services/passport-renewal?version=1&at=2026-01-01",
                "/api/v1/centers?near=here",
                "/api/v1/centers?near=95,0",
                "/api/v1/search",
                "/api/v1/search?q=x&type=person",
                "/api/v1/search?q=" + "x".repeat(2_001))) {
            assertThat(http.status(path)).as(path).isEqualTo(400);
        }
        assertThat(http.take("kind=people", "{}").statusCode()).isEqualTo(400);
        assertThat(http.send(http.request("/api/v1/services?limit=0").header("Accept-Language", "en-GB"))
                        .body())
                .contains("limit")
                .contains("whole number");
        assertThat(http.send(http.request("/api/v1/services?limit=0")).body())
                .contains("limit")
                .contains("رقم صحيح");
    }
}
