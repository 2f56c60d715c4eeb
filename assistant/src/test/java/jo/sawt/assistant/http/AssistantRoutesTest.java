package jo.sawt.assistant.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webclient.http1.Http1Client;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.testing.junit5.ServerTest;
import io.helidon.webserver.testing.junit5.SetUpRoute;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import jo.sawt.assistant.Assistants;
import org.junit.jupiter.api.Test;

@ServerTest
class AssistantRoutesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Http1Client client;

    AssistantRoutesTest(Http1Client client) {
        this.client = client;
    }

    @SetUpRoute
    static void routes(HttpRouting.Builder routing) {
        routing.register(new AssistantRoutes(Assistants.sample(), InstantSource.system()));
    }

    @Test
    void questionIsAnsweredFromTheRecordWithItsSource() {
        JsonNode answer = ask("بدي أجدد جواز سفري شو الأوراق؟", null);

        assertThat(answer.path("outcome").asText()).isEqualTo("answered");
        assertThat(answer.path("kind").asText()).isEqualTo("INQUIRY");
        assertThat(answer.path("lang").asText()).isEqualTo("ar");
        assertThat(answer.path("service").path("id").asText()).isEqualTo("passport-renewal");
        assertThat(answer.path("department").path("id").asText()).isEqualTo("cspd");
        assertThat(answer.path("facet").asText()).isEqualTo("documents");
        assertThat(answer.path("answer").asText()).contains("البطاقة الشخصية الذكية");
        assertThat(answer.path("citations").findValuesAsText("field")).contains("documents");
        assertThat(answer.path("options")).isEmpty();
        assertThat(answer.path("confidence").asDouble()).isBetween(0.3, 1.0);
        assertThat(answer.path("session").asText()).hasSizeGreaterThan(20);
    }

    @Test
    void followUpInTheSameSessionMeansTheSameService() {
        String session =
                ask("How do I renew my passport?", null).path("session").asText();

        JsonNode fees = ask("and how much?", session);

        assertThat(fees.path("service").path("id").asText()).isEqualTo("passport-renewal");
        assertThat(fees.path("facet").asText()).isEqualTo("fees");
        assertThat(fees.path("answer").asText()).contains("JOD 50.000");
        assertThat(fees.path("session").asText()).isEqualTo(session);
    }

    @Test
    void languageCanBeForced() {
        JsonNode answer = post("{\"text\":\"كم رسوم تجديد جواز السفر؟\",\"lang\":\"en\"}", 200);

        assertThat(answer.path("lang").asText()).isEqualTo("en");
        assertThat(answer.path("answer").asText()).contains("Fees of Ordinary passport renewal");
    }

    @Test
    void complaintSaysWhatATicketWouldDo() {
        JsonNode answer = ask("الموظف بدائرة الأراضي ما رد علي والمعاملة واقفة من شهر", null);

        assertThat(answer.path("outcome").asText()).isEqualTo("routed");
        assertThat(answer.path("kind").asText()).isEqualTo("COMPLAINT");
        assertThat(answer.path("department").path("id").asText()).isEqualTo("dls");
        assertThat(answer.path("answer").asText()).contains("الأراضي").doesNotContain("{ref}");
    }

    @Test
    void emptyAndOverlongTextsAreInvalid() {
        post("{\"text\":\"  \"}", 422);
        post("{}", 422);
        post(body("x".repeat(8_001), null), 422);
        post("{\"text\":\"hi\",\"lang\":\"fr\"}", 422);
        post("{\"text\":\"hi\",\"channel\":\"pigeon\"}", 422);
    }

    @Test
    void whatIsNotJsonIsMalformed() {
        post("{\"text\":", 400);
        post("[]", 400);
        post("", 400);
    }

    @Test
    void otherContentTypesAreRefused() {
        try (var response = client.post("/api/v1/assistant/answers")
                .header(HeaderNames.CONTENT_TYPE, "text/plain")
                .submit("hello")) {
            assertThat(response.status().code()).isEqualTo(415);
        }
    }

    private JsonNode ask(String text, @org.jspecify.annotations.Nullable String session) {
        return post(body(text, session), 200);
    }

    private static String body(String text, @org.jspecify.annotations.Nullable String session) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("text", text)
                .put("session", session)
                .toString();
    }

    private JsonNode post(String body, int status) {
        try (var response = client.post("/api/v1/assistant/answers")
                .header(HeaderValues.CONTENT_TYPE_JSON)
                .submit(body)) {
            assertThat(response.status().code()).isEqualTo(status);
            return JSON.readTree(response.entity().as(String.class));
        } catch (IOException e) {
            if (status == 200) {
                throw new UncheckedIOException(e);
            }
            return JsonNodeFactory.instance.nullNode();
        }
    }
}
