package jo.sawt.knowledge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.testing.junit5.ServerTest;
import io.helidon.webserver.testing.junit5.SetUpRoute;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import jo.sawt.knowledge.DepartmentId;
import jo.sawt.knowledge.Editor;
import jo.sawt.knowledge.Hit;
import jo.sawt.knowledge.Lang;
import jo.sawt.knowledge.LiveRegistry;
import jo.sawt.knowledge.RecordKind;
import jo.sawt.knowledge.Records;
import jo.sawt.knowledge.RegistryFiles;
import jo.sawt.knowledge.Search;
import jo.sawt.knowledge.mongo.MongoRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

@ServerTest
class KnowledgeRoutesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.parse("2026-06-01T09:00:00Z"));
    private static final MongoServer STORE = new MongoServer(H2Backend.inMemory());
    private static final MongoClient STORE_CLIENT = MongoClients.create(STORE.bindAndGetConnectionString());
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;

    KnowledgeRoutesTest(WebServer server) {
        this.base = URI.create("http://localhost:" + server.port());
    }

    @SetUpRoute
    static void routes(HttpRouting.Builder routing) throws IOException {
        LiveRegistry registry = MongoRegistry.open(STORE_CLIENT.getDatabase("http"), (InstantSource) NOW::get);
        registry.importIfEmpty(RegistryFiles.sample());
        EditorGate gate = request -> {
            String name = request.headers()
                    .first(io.helidon.http.HeaderNames.AUTHORIZATION)
                    .orElseThrow(() -> new HttpException("sign in", Status.UNAUTHORIZED_401));
            return new Editor(name, name.equals("all") ? Optional.empty() : Optional.of(new DepartmentId(name)));
        };
        routing.register(new KnowledgeRoutes(registry, byArabicName(registry), gate))
                .error(InvalidBody.class, (request, response, invalid) -> {
                    ObjectNode json = JSON.createObjectNode().put("detail", invalid.getMessage());
                    invalid.errors()
                            .forEach(error ->
                                    json.withArray("errors").addObject().put("pointer", error.pointer()));
                    response.status(invalid.status()).send(json.toString());
                });
    }

    /** Finds services whose Arabic name holds the words, as a search with an index would, and better. */
    private static Search byArabicName(LiveRegistry registry) {
        return (question, type, lang, limit) -> registry.services().stream()
                .filter(service -> service.name().ar().contains(question))
                .limit(limit)
                .map(service -> new Hit(
                        "service",
                        service.id().value(),
                        service.version(),
                        service.effectiveFrom(),
                        service.name().in(lang.orElse(Lang.AR)),
                        1,
                        service.summary().in(lang.orElse(Lang.AR)),
                        null,
                        service.department()))
                .toList();
    }

    @AfterAll
    static void stop() {
        STORE_CLIENT.close();
        STORE.shutdownNow();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = send(request(path));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json(response);
    }

    private static JsonNode json(HttpResponse<String> response) throws JsonProcessingException {
        return JSON.readTree(response.body());
    }

    private int status(String path) throws IOException, InterruptedException {
        return send(request(path)).statusCode();
    }

    private HttpResponse<String> put(String id, JsonNode body, String editor, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder put = request("/api/v1/services/" + id)
                .header("Authorization", editor)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body.toString()));
        return send(headers.length == 0 ? put : put.headers(headers));
    }

    private HttpResponse<String> take(String query, String lines) throws IOException, InterruptedException {
        return send(request("/api/v1/registry/import?" + query)
                .header("Authorization", "all")
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(lines)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void theListIsPagedToItsEndWithoutLossOrRepetition() throws Exception {
        List<String> ids = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = get("/api/v1/services?limit=60" + (next.isEmpty() ? "" : "&cursor=" + next));
            page.get("items").forEach(item -> ids.add(item.get("id").asText()));
            next = page.get("next").asText("");
            assertThat(page.get("items").size()).isLessThanOrEqualTo(60);
        } while (!next.isEmpty() && !next.equals("null"));

        assertThat(ids).hasSizeGreaterThanOrEqualTo(202).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void servicesAreFilteredByWordsDepartmentAndLifeEvent() throws Exception {
        assertThat(get("/api/v1/services?q=" + encoded("تجديد جواز السفر")).get("items"))
                .anySatisfy(item -> assertThat(item.get("id").asText()).isEqualTo("passport-renewal"));
        assertThat(get("/api/v1/services?department=dls&limit=200").get("items"))
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.get("department").asText()).isEqualTo("dls"));
        assertThat(get("/api/v1/services?department=cspd&lifeEvent=newborn").get("items"))
                .isNotEmpty()
                .allSatisfy(
                        item -> assertThat(item.get("lifeEvents").toString()).contains("newborn"));
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

        JsonNode shown = get("/api/v1/services/id-card-renewal");

        sample.properties()
                .forEach(field ->
                        assertThat(shown.get(field.getKey())).as(field.getKey()).isEqualTo(field.getValue()));
        assertThat(shown.get("version").asInt()).isEqualTo(1);
        assertThat(shown.get("effectiveFrom").asText()).isEqualTo("2026-01-01");
        assertThat(shown.get("effectiveTo").isNull()).isTrue();
    }

    @Test
    void anEntityTagSparesWhatTheCallerHasAlready() throws Exception {
        HttpResponse<String> first = send(request("/api/v1/services/passport-lost"));
        assertThat(first.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(send(request("/api/v1/services/passport-lost").header("If-None-Match", "\"1\""))
                        .statusCode())
                .isEqualTo(304);
        HttpResponse<String> list = send(request("/api/v1/departments"));
        String listTag = list.headers().firstValue("ETag").orElseThrow();
        assertThat(send(request("/api/v1/departments").header("If-None-Match", listTag)))
                .satisfies(again -> {
                    assertThat(again.statusCode()).isEqualTo(304);
                    assertThat(again.body()).isEmpty();
                });
    }

    @Test
    void aChangedFeeIsShownAtOnceAndYesterdaysCanStillBeAskedFor() throws Exception {
        HttpResponse<String> before = send(request("/api/v1/services/driving-licence-renewal"));
        assertThat(before.statusCode()).isEqualTo(200);
        ObjectNode service = (ObjectNode) json(before);
        ((ObjectNode) service.withArray("fees").get(0)).put("amount", 77.125);

        HttpResponse<String> changed = put("driving-licence-renewal", service, "dvld", "If-Match", "\"1\"");

        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(changed.headers().firstValue("ETag")).hasValue("\"2\"");
        assertThat(get("/api/v1/services/driving-licence-renewal")
                        .at("/fees/0/amount")
                        .asText())
                .isEqualTo("77.125");
        JsonNode yesterday = get("/api/v1/services/driving-licence-renewal?at=2026-05-31");
        assertThat(yesterday.get("version").asInt()).isEqualTo(1);
        assertThat(yesterday.get("effectiveTo").asText()).isEqualTo("2026-05-31");
        assertThat(get("/api/v1/services/driving-licence-renewal?version=1").get("fees"))
                .isEqualTo(json(before).get("fees"));
        assertThat(get("/api/v1/services/driving-licence-renewal/versions").get("items"))
                .extracting(item -> item.get("version").asInt())
                .containsExactly(1, 2);
        assertThat(put("driving-licence-renewal", service, "dvld", "If-Match", "\"1\"")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void aChangeIsRefusedWithItsReason() throws Exception {
        ObjectNode service = Records.service("id-card-first", "cspd", "-5");
        HttpResponse<String> invalid = put("id-card-first", service, "cspd");
        assertThat(invalid.statusCode()).isEqualTo(422);
        assertThat(json(invalid).at("/errors/0/pointer").asText()).isEqualTo("/fees/0/amount");

        assertThat(put("id-card-first", Records.service("id-card-first", "cspd", "5"), "dls")
                        .statusCode())
                .isEqualTo(403);
        assertThat(put("id-card-first", Records.service("other", "cspd", "5"), "all")
                        .statusCode())
                .isEqualTo(422);
        assertThat(put("id-card-first", Records.service("id-card-first", "nowhere", "5"), "all")
                        .statusCode())
                .isEqualTo(422);
        assertThat(put("id-card-first", Records.service("id-card-first", "cspd", "5"), "all", "If-Match", "x")
                        .statusCode())
                .isEqualTo(400);
        HttpRequest.Builder unsigned =
                request("/api/v1/services/id-card-first").PUT(HttpRequest.BodyPublishers.ofString(service.toString()));
        assertThat(send(unsigned).statusCode()).isEqualTo(401);
        assertThat(get("/api/v1/services/id-card-first").get("version").asInt()).isEqualTo(1);
    }

    @Test
    void bodiesOfAnotherTypeOrSizeOrNoJsonAreRefused() throws Exception {
        String path = "/api/v1/services/id-card-first";
        assertThat(send(request(path)
                                .header("Authorization", "all")
                                .header("Content-Type", "text/xml")
                                .PUT(HttpRequest.BodyPublishers.ofString("<a/>")))
                        .statusCode())
                .isEqualTo(415);
        assertThat(send(request(path)
                                .header("Authorization", "all")
                                .header("Content-Type", "application/json")
                                .PUT(HttpRequest.BodyPublishers.ofString("{nope")))
                        .statusCode())
                .isEqualTo(400);
        assertThat(send(request(path)
                                .header("Authorization", "all")
                                .header("Content-Type", "application/json")
                                .PUT(HttpRequest.BodyPublishers.ofString("\"" + "x".repeat(1 << 20) + "\"")))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void aNewServiceIsCreatedOnce() throws Exception {
        ObjectNode service = Records.service("new-service", "cspd", "5");

        HttpResponse<String> created = put("new-service", service, "cspd", "If-None-Match", "*");

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location")).hasValue("/api/v1/services/new-service");
        assertThat(put("new-service", service, "cspd", "If-None-Match", "*").statusCode())
                .isEqualTo(409);
        assertThat(json(put("new-service", service, "cspd")).get("version").asInt())
                .isEqualTo(1);
    }

    @Test
    void centersAreSortedByDistanceAndServeWhatIsAskedFor() throws Exception {
        JsonNode near = get("/api/v1/centers?near=32.55,35.85");
        List<Double> distances = new ArrayList<>();
        near.get("items").forEach(item -> distances.add(item.get("distanceKm").asDouble()));
        assertThat(distances).hasSize(19).isSorted();
        assertThat(near.at("/items/0/governorate").asText()).isEqualTo("إربد");
        assertThat(distances.getFirst()).isLessThan(10);

        assertThat(get("/api/v1/centers?governorate=" + encoded("العاصمة")).get("items"))
                .hasSize(5);
        assertThat(get("/api/v1/centers?governorate=Amman").get("items")).hasSize(5);
        assertThat(get("/api/v1/centers?service=passport-renewal").get("items"))
                .isNotEmpty()
                .allSatisfy(
                        item -> assertThat(item.get("departments").toString()).contains("\"cspd\""));
    }

    @Test
    void departmentsAndLifeEventsAreListed() throws Exception {
        assertThat(get("/api/v1/departments?limit=200").get("items")).hasSizeGreaterThanOrEqualTo(47);
        assertThat(get("/api/v1/life-events").get("items")).hasSize(34).anySatisfy(event -> {
            assertThat(event.get("id").asText()).isEqualTo("newborn");
            assertThat(event.get("services")).isNotEmpty();
        });
    }

    @Test
    void anImportCountsItsLinesAndTellsWhyOnesAreRefused() throws Exception {
        String lines = Records.department("first") + "\n{\n" + Records.department("cspd") + "\n";

        JsonNode tried = json(take("kind=departments&dryRun=true", lines));
        assertThat(tried.get("created").asInt()).isEqualTo(1);
        assertThat(get("/api/v1/departments?limit=200").toString()).doesNotContain("\"first\"");

        JsonNode done = json(take("kind=departments", lines));
        assertThat(done.get("created").asInt()).isEqualTo(1);
        assertThat(done.get("updated").asInt()).isEqualTo(1);
        assertThat(done.get("refused").asInt()).isEqualTo(1);
        assertThat(done.at("/refusals/0/line").asInt()).isEqualTo(2);
        assertThat(done.at("/refusals/0/reason").asText()).contains("JSON");
        assertThat(get("/api/v1/departments?limit=200").toString()).contains("\"first\"");
    }

    @Test
    void searchShowsTitlesInTheLanguageAskedFor() throws Exception {
        JsonNode found = get("/api/v1/search?q=" + encoded("تجديد جواز السفر العادي") + "&lang=en&type=service");

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
            assertThat(status(path)).as(path).isEqualTo(400);
        }
        assertThat(take("kind=people", "{}").statusCode()).isEqualTo(400);
        assertThat(send(request("/api/v1/services?limit=0").header("Accept-Language", "en-GB"))
                        .body())
                .contains("limit")
                .contains("whole number");
        assertThat(send(request("/api/v1/services?limit=0")).body())
                .contains("limit")
                .contains("رقم صحيح");
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        assertThat(status("/api/v1/services/nothing")).isEqualTo(404);
        assertThat(status("/api/v1/services/nothing/versions")).isEqualTo(404);
        assertThat(status("/api/v1/services/" + encoded("جواز"))).isEqualTo(404);
        assertThat(status("/api/v1/services/passport-renewal?version=9")).isEqualTo(404);
        assertThat(status("/api/v1/services/passport-renewal?at=1999-01-01")).isEqualTo(404);
    }
}
