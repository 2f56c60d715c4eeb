package jo.sawt.ticketing.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import jo.sawt.ticketing.Attachment;
import jo.sawt.ticketing.Contact;
import jo.sawt.ticketing.DeskFixture;
import jo.sawt.ticketing.Filed;
import jo.sawt.ticketing.InboundMessage;
import jo.sawt.ticketing.Kind;
import jo.sawt.ticketing.Scripted;
import jo.sawt.ticketing.Ticket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files of staff over HTTP, and who gets whose. */
class AttachmentRoutesTest {
    private static final byte[] PDF = "%PDF-1.7\nقرار".getBytes(StandardCharsets.UTF_8);
    private static final String UPLOAD = "/api/v1/attachments";

    private static StaffFixture fixture;

    @BeforeAll
    static void open() {
        fixture = new StaffFixture();
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    private static String uploaded(TestClient client) {
        var reply = client.upload(UPLOAD, "القرار.pdf", PDF);
        assertThat(reply.status()).isEqualTo(201);
        JsonNode file = reply.json().path("items").path(0);
        assertThat(file.path("name").asText()).isEqualTo("القرار.pdf");
        assertThat(file.path("type").asText()).isEqualTo("application/pdf");
        assertThat(file.path("size").asInt()).isEqualTo(PDF.length);
        return file.path("id").asText();
    }

    private static String reply(String file) {
        return "{\"text\":\"تفضل القرار\",\"clientId\":\"r-" + file + "\",\"attachments\":[\"" + file + "\"]}";
    }

    @Test
    void aReplyTakesItsFileAlongOnceAndForWhoSeesTheTicket() {
        Ticket ticket = fixture.queued();
        TestClient agent = fixture.as("agent");
        String file = uploaded(agent);
        assertThat(fixture.as("supervisor")
                        .post(fixture.path(ticket) + "/replies", reply(file))
                        .status())
                .as("somebody else's upload")
                .isEqualTo(422);

        var first = agent.post(fixture.path(ticket) + "/replies", reply(file));
        assertThat(first.status()).isEqualTo(200);
        var again = agent.post(fixture.path(ticket) + "/replies", reply(file));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("version")).isEqualTo(first.json().path("version"));

        JsonNode said = first.json().path("timeline").findParents("attachments").getFirst();
        String url = said.path("attachments").path(0).path("url").asText();
        assertThat(url).isEqualTo(fixture.path(ticket) + "/attachments/" + file);
        var download = agent.download(url);
        assertThat(download.body()).isEqualTo(PDF);
        assertThat(download.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(download.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(download.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("sandbox");
        assertThat(download.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment; ")
                .endsWith("filename*=UTF-8''%D8%A7%D9%84%D9%82%D8%B1%D8%A7%D8%B1.pdf");
        for (String other : List.of("responder-dls", "analyst", "editor")) {
            assertThat(fixture.as(other).download(url).statusCode()).as(other).isEqualTo(404);
        }
        assertThat(fixture.nobody.download(url).statusCode()).isEqualTo(401);
    }

    @Test
    void theFilesOfAReportAreKeptFromTheDepartmentThatItIsAbout() throws IOException {
        fixture.desk.assistant.always(Scripted.route(Kind.REPORT, "dls"));
        Contact contact = DeskFixture.web();
        Attachment proof =
                ((Filed.Kept) fixture.files.take("دليل.pdf", new ByteArrayInputStream(PDF), contact.key())).file();
        fixture.desk
                .ticketing
                .desk()
                .receive(new InboundMessage(
                        contact,
                        contact.key() + ":1",
                        new InboundMessage.Content.Words("رأيت مخالفة", List.of(proof)),
                        Optional.empty()));
        fixture.desk.settle();
        String url = fixture.path(fixture.desk.head(contact)) + "/attachments/" + proof.id();
        assertThat(fixture.as("supervisor").download(url).body()).isEqualTo(PDF);
        for (String other : List.of("responder-dls", "manager-dls", "responder-cspd", "analyst")) {
            assertThat(fixture.as(other).download(url).statusCode()).as(other).isEqualTo(404);
        }
    }

    @Test
    void whatIsNoUploadIsRefusedAndSaysWhy() {
        TestClient agent = fixture.as("agent");
        assertThat(agent.post(UPLOAD, "{}").status()).isEqualTo(415);
        assertThat(agent.upload(UPLOAD, "a.pdf", "MZ program".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(415);
        assertThat(agent.upload(UPLOAD, "a.pdf", new byte[0]).status()).isEqualTo(422);
        assertThat(fixture.nobody.upload(UPLOAD, "a.pdf", PDF).status()).isEqualTo(401);
        assertThat(fixture.as("editor").upload(UPLOAD, "a.pdf", PDF).status()).isEqualTo(403);
    }
}
