package jo.sawt.knowledge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.testing.junit5.ServerTest;
import io.helidon.webserver.testing.junit5.SetUpRoute;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jo.sawt.knowledge.RecordKind;
import jo.sawt.knowledge.Records;
import jo.sawt.knowledge.RegistryFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

@ServerTest
class ServiceRoutesTest {
    private static final Registered REGISTERED = new Registered();
    private final Http http;

    ServiceRoutesTest(WebServer server) {
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
    void theListIsPagedToItsEndWithoutLossOrRepetition() throws Exception {
        List<String> ids = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = http.get("/api/v1/services?limit=60" + (next.isEmpty() ? "" : "&cursor=" + next));
            page.get("items").forEach(item -> ids.add(item.get("id").asText()));
            next = page.get("next").asText("");
            assertThat(page.get("items").size()).isLessThanOrEqualTo(60);
        } while (!next.isEmpty() && !next.equals("null"));

        assertThat(ids).hasSizeGreaterThan(200).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void servicesAreFilteredByWordsDepartmentAndLifeEvent() throws Exception {
        assertThat(http.get("/api/v1/services?q=" + Http.encoded("تجديد جواز السفر"))
                        .get("items"))
                .anySatisfy(item -> assertThat(item.get("id").asText()).isEqualTo("passport-renewal"));
        assertThat(http.get("/api/v1/services?department=dls&limit=200").get("items"))
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.get("department").asText()).isEqualTo("dls"));
        assertThat(http.get("/api/v1/services?department=cspd&lifeEvent=newborn")
                        .get("items"))
                .isNotEmpty()
                .allSatisfy(
                        item -> assertThat(item.get("lifeEvents").toString()).contains("newborn"));
    }

    @Test
    void aListCountsItsServicesByDepartmentAndLifeEvent() throws Exception {
        JsonNode all = http.get("/api/v1/services?limit=1");
        JsonNode ofLands = http.get("/api/v1/services?limit=200&department=dls");
        JsonNode newborn = http.get("/api/v1/services?limit=200&lifeEvent=newborn");

        assertThat(sum(all.at("/facets/departments")))
                .isEqualTo(all.get("total").asInt());
        assertThat(count(all.at("/facets/departments"), "dls"))
                .isEqualTo(ofLands.get("items").size());
        assertThat(count(all.at("/facets/lifeEvents"), "newborn"))
                .isEqualTo(newborn.get("items").size());
        assertThat(all.at("/facets/departments/0/name/en").asText()).isNotEmpty();
        assertThat(sum(ofLands.at("/facets/departments")))
                .as("another department may still be chosen")
                .isEqualTo(all.get("total").asInt());
        assertThat(count(newborn.at("/facets/departments"), "cspd"))
                .isEqualTo(http.get("/api/v1/services?department=cspd&lifeEvent=newborn")
                        .get("total")
                        .asInt());
        JsonNode found = http.get("/api/v1/services?q=" + Http.encoded("جواز"));
        assertThat(sum(found.at("/facets/departments")))
                .isEqualTo(found.get("total").asInt())
                .isLessThan(all.get("total").asInt());
    }

    private static int sum(JsonNode facet) {
        int sum = 0;
        for (JsonNode one : facet) {
            sum += one.get("count").asInt();
        }
        return sum;
    }

    private static int count(JsonNode facet, String id) {
        for (JsonNode one : facet) {
            if (one.get("id").asText().equals(id)) {
                return one.get("count").asInt();
            }
        }
        return 0;
    }

    @Test
    void aRecordHasTheFieldsOfTheSampleAndItsVersion() throws Exception {
        JsonNode sample;
        try (var lines = RegistryFiles.sample().open(RecordKind.SERVICES)) {
            sample = new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(Records::tree)
                    .filter(service -> service.get("id").asText().equals("id-card-renewal"))
                    .findFirst()
                    .orElseThrow();
        }

        JsonNode shown = http.get("/api/v1/services/id-card-renewal");

        sample.properties()
                .forEach(field ->
                        assertThat(shown.get(field.getKey())).as(field.getKey()).isEqualTo(field.getValue()));
        assertThat(shown.get("version").asInt()).isEqualTo(1);
        assertThat(shown.get("effectiveFrom").asText()).isEqualTo("2026-01-01");
        assertThat(shown.get("effectiveTo").isNull()).isTrue();
    }

    @Test
    void anEntityTagSparesWhatTheCallerHasAlready() throws Exception {
        HttpResponse<String> first = http.send(http.request("/api/v1/services/passport-lost"));
        assertThat(first.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(http.send(http.request("/api/v1/services/passport-lost").header("If-None-Match", "\"1\""))
                        .statusCode())
                .isEqualTo(304);
        HttpResponse<String> list = http.send(http.request("/api/v1/departments"));
        String listTag = list.headers().firstValue("ETag").orElseThrow();
        assertThat(http.send(http.request("/api/v1/departments").header("If-None-Match", listTag)))
                .satisfies(again -> {
                    assertThat(again.statusCode()).isEqualTo(304);
                    assertThat(again.body()).isEmpty();
                });
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        assertThat(http.status("/api/v1/services/nothing")).isEqualTo(404);
        assertThat(http.status("/api/v1/services/nothing/versions")).isEqualTo(404);
        assertThat(http.status("/api/v1/services/" + Http.encoded("جواز"))).isEqualTo(404);
        assertThat(http.status("/api/v1/services/passport-renewal?version=9")).isEqualTo(404);
        assertThat(http.status("/api/v1/services/passport-renewal?at=1999-01-01"))
                .isEqualTo(404);
    }
}
