package jo.sawt.knowledge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.testing.junit5.ServerTest;
import io.helidon.webserver.testing.junit5.SetUpRoute;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import jo.sawt.knowledge.Facet;
import jo.sawt.knowledge.Gathering;
import jo.sawt.knowledge.Heard;
import jo.sawt.knowledge.Proposals;
import jo.sawt.knowledge.ServiceId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

@ServerTest
class UtteranceRoutesTest {
    private static final Registered REGISTERED = new Registered();
    private static final String WAYS = "/api/v1/services/passport-renewal/utterances";
    private static final String CANDIDATES = "/api/v1/utterances/candidates";
    private static final ServiceId RENEWAL = new ServiceId("passport-renewal");

    private final Http http;

    UtteranceRoutesTest(WebServer server) {
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

    private JsonNode read(String path, String editor) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(http.request(path).header("Authorization", editor));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Http.json(response);
    }

    private static boolean isOnRecord(String text) {
        return REGISTERED.registry().utterances().stream()
                .anyMatch(way -> way.service().equals(RENEWAL) && way.text().equals(text));
    }

    @Test
    void anEditorAddsAWayOfAskingAndTakesItOut() throws Exception {
        String line = "{\"text\":\"دفتر السفر الأزرق خلص تاريخه\",\"register\":\"jordanian\",\"facet\":\"steps\"}";
        long before = REGISTERED.registry().revision();

        HttpResponse<String> added = http.post(WAYS, line, "cspd");

        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(REGISTERED.registry().revision()).isGreaterThan(before);
        assertThat(isOnRecord("دفتر السفر الأزرق خلص تاريخه")).isTrue();
        assertThat(http.post(WAYS, line, "cspd").statusCode()).isEqualTo(200);
        JsonNode listed = read(WAYS + "?register=jordanian&facet=steps&limit=200", "cspd");
        assertThat(listed.get("items"))
                .anySatisfy(way -> assertThat(way.get("id")).isEqualTo(jsonId(added)));

        String one = WAYS + "/" + jsonId(added).asText();
        assertThat(http.send(http.request(one).header("Authorization", "dls").DELETE())
                        .statusCode())
                .isEqualTo(403);
        assertThat(http.send(http.request(one).header("Authorization", "cspd").DELETE())
                        .statusCode())
                .isEqualTo(204);
        assertThat(isOnRecord("دفتر السفر الأزرق خلص تاريخه")).isFalse();
        assertThat(http.send(http.request(one).header("Authorization", "cspd").DELETE())
                        .statusCode())
                .isEqualTo(404);
    }

    private static JsonNode jsonId(HttpResponse<String> response) throws IOException {
        return Http.json(response).get("id");
    }

    @Test
    void aWayOfAskingIsCheckedAndKeptFromStrangers() throws Exception {
        assertThat(http.post(WAYS, "{\"text\":\" \"}", "cspd").statusCode()).isEqualTo(422);
        assertThat(http.post(WAYS, "{\"text\":\"x y\",\"register\":\"latin\"}", "cspd")
                        .statusCode())
                .isEqualTo(422);
        assertThat(http.post(WAYS, "{\"text\":\"x y\"}", "dls").statusCode()).isEqualTo(403);
        assertThat(http.post("/api/v1/services/nothing/utterances", "{\"text\":\"x y\"}", "all")
                        .statusCode())
                .isEqualTo(404);
        assertThat(http.status(WAYS)).isEqualTo(401);
    }

    private static Gathering.Hearing hear(String text, String ticket) {
        return REGISTERED
                .gathering()
                .hear(
                        RENEWAL,
                        text,
                        Optional.of(Facet.FEES),
                        new Heard.Source(
                                ticket,
                                "web",
                                Heard.Confirmation.OPTION,
                                Optional.empty(),
                                Instant.parse("2026-06-01T08:00:00Z")));
    }

    @Test
    void aConfirmedQuestionIsHeardOnceATicketAndAcceptedWithOneAct() throws Exception {
        String text = "كم بدهم على الدفتر الكحلي تبع السفر وتلفوني [PHONE_1]";
        assertThat(hear(text, "T1")).isEqualTo(Gathering.Hearing.NOTED);
        assertThat(hear(text, "T1")).isEqualTo(Gathering.Hearing.AGAIN);
        assertThat(hear("كم بدهم على الدفتر الكحلى تبع السفر وتلفونى [NUMBER_1]", "T2"))
                .isEqualTo(Gathering.Hearing.AGAIN);

        JsonNode open = read(CANDIDATES + "?service=passport-renewal", "cspd");
        JsonNode candidate = open.at("/items/0");
        assertThat(open.get("items")).hasSize(1);
        assertThat(candidate.get("times").asInt()).isEqualTo(2);
        assertThat(candidate.at("/sources/1/ticket").asText()).isEqualTo("T2");
        assertThat(read(CANDIDATES, "dls").get("items")).isEmpty();
        String accept = CANDIDATES + "/" + candidate.get("id").asText() + "/accept";
        assertThat(http.post(accept, "{}", "dls").statusCode()).isEqualTo(403);

        HttpResponse<String> accepted = http.post(accept, "{}", "cspd");

        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(200);
        assertThat(Http.json(accepted).at("/verdict/by").asText()).isEqualTo("cspd");
        assertThat(isOnRecord("كم بدهم على الدفتر الكحلي تبع السفر وتلفوني")).isTrue();
        assertThat(read(CANDIDATES, "cspd").get("items")).isEmpty();
        assertThat(hear(text, "T3")).isEqualTo(Gathering.Hearing.ON_RECORD);
    }

    @Test
    void aRejectedQuestionDoesNotComeAgain() throws Exception {
        assertThat(hear("شو أخبار الطقس اليوم", "T1")).isEqualTo(Gathering.Hearing.NOTED);
        String id = read(CANDIDATES + "?limit=200", "all").get("items").findValues("id").stream()
                .map(JsonNode::asText)
                .findFirst()
                .orElseThrow();

        assertThat(http.post(CANDIDATES + "/" + id + "/reject", "{\"reason\":\"weather\"}", "all")
                        .statusCode())
                .isEqualTo(200);

        assertThat(hear("شو أخبار الطقس اليوم", "T2")).isEqualTo(Gathering.Hearing.JUDGED);
        assertThat(http.post(CANDIDATES + "/" + id + "/accept", "{}", "all").statusCode())
                .isEqualTo(404);
        assertThat(hear("وكم", "T1")).isEqualTo(Gathering.Hearing.UNFIT);
    }

    @Test
    void aMemberOfStaffConfirmsWhatAMessageWasAbout() throws Exception {
        String body = "{\"ticket\":\"T9\",\"seq\":1,\"service\":\"passport-renewal\",\"facet\":\"fees\"}";

        HttpResponse<String> confirmed = http.post(CANDIDATES, body, "agent");

        assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(201);
        assertThat(read(CANDIDATES + "?limit=200", "all").toString()).contains("\"staff\"", "\"by\":\"agent\"");
        assertThat(http.post(CANDIDATES, body.replace("\"seq\":1", "\"seq\":2"), "agent")
                        .statusCode())
                .isEqualTo(404);
        assertThat(http.post(CANDIDATES, body.replace("fees", "smell"), "agent").statusCode())
                .isEqualTo(422);
    }

    @Test
    void whatAModelThinksOfAtPublicationWaitsForAnEditor() throws Exception {
        REGISTERED
                .registry()
                .onFiled(new Proposals(
                        REGISTERED.gathering(),
                        service -> List.of("ملف الكشاف الورقي وينه", "وينه"),
                        InstantSource.system(),
                        Runnable::run)::filed);
        ObjectNode service = (ObjectNode) http.get("/api/v1/services/passport-lost");
        service.withObject("/summary").put("en", "Replaces a lost passport.");

        assertThat(http.put("passport-lost", service, "cspd").statusCode()).isEqualTo(200);

        JsonNode open = read(CANDIDATES + "?service=passport-lost", "cspd").get("items");
        assertThat(open).hasSize(1);
        assertThat(open.at("/0/text").asText()).isEqualTo("ملف الكشاف الورقي وينه");
        assertThat(open.at("/0/sources/0/confirmed").asText()).isEqualTo("model");
    }

    @Test
    void servicesWithTooFewWaysOrAConfusedNeighbourAreListedForTheirEditor() throws Exception {
        JsonNode confused = read("/api/v1/utterances/attention?fewest=0", "all").get("items");
        assertThat(confused).hasSize(1);
        assertThat(confused.at("/0/service").asText()).isEqualTo("passport-lost");
        assertThat(confused.at("/0/confusedWith/service").asText()).isEqualTo("passport-damaged");

        JsonNode few = read("/api/v1/utterances/attention?fewest=5000&limit=200", "dls")
                .get("items");
        assertThat(few).isNotEmpty().allSatisfy(one -> {
            assertThat(one.get("department").asText()).isEqualTo("dls");
            assertThat(one.get("few").asBoolean()).isTrue();
        });
    }
}
