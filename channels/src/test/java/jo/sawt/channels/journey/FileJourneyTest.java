package jo.sawt.channels.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files from a citizen to staff and back, over real sockets, in the real program, with a power cut between. */
class FileJourneyTest {
    private static final String SESSIONS = "/api/v1/chat/sessions/";

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static SawtProcess server;
    private ChatClient citizen;

    @BeforeAll
    static void start() {
        server = new SawtProcess(folder).start();
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @BeforeEach
    void come() {
        citizen = new ChatClient(http, server.socket());
        citizen.connect();
    }

    @AfterEach
    void leave() {
        citizen.abort();
        http.close();
    }

    private static byte[] picture(int size) {
        byte[] picture = new byte[size];
        new Random(size).nextBytes(picture);
        byte[] jpeg = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0};
        System.arraycopy(jpeg, 0, picture, 0, jpeg.length);
        return picture;
    }

    private static String part(String name, String more) {
        return "--sawt\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n";
    }

    private HttpResponse<String> send(String session, String clientId, String text, byte[] file)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(server.uri(SESSIONS + session + "/attachments"))
                        .header("Content-Type", "multipart/form-data; boundary=sawt")
                        .POST(BodyPublishers.concat(
                                BodyPublishers.ofString(part("file", "; filename=\"../صورة الهوية.jpg\"")),
                                BodyPublishers.ofByteArray(file),
                                BodyPublishers.ofString("\r\n" + part("clientId", "") + clientId + "\r\n"
                                        + part("text", "") + text + "\r\n--sawt--\r\n")))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(server.uri(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void aCitizensFileReachesStaffAndTheirAnswerComesBackWithOneThroughAPowerCut() throws Exception {
        byte[] picture = picture(5_000_000);
        String complaint = "الموظف بدائرة الأراضي ما رد علي والمعاملة واقفة من شهر";
        HttpResponse<String> taken = send(citizen.session(), "f1", complaint, picture);
        assertThat(taken.statusCode()).isEqualTo(202);
        JsonNode ack = StaffClient.JSON.readTree(taken.body());
        assertThat(send(citizen.session(), "f1", complaint, picture).body()).isEqualTo(taken.body());
        JsonNode frame = citizen.awaitEntry(entry -> entry.has("attachments"));
        assertThat(frame.path("seq")).isEqualTo(ack.path("seq"));
        assertThat(frame.path("text").asText()).isEqualTo(complaint);
        JsonNode file = frame.path("attachments").path(0);
        assertThat(file.path("name").asText()).isEqualTo("صورة الهوية.jpg");
        assertThat(file.path("type").asText()).isEqualTo("image/jpeg");
        assertThat(file.path("size").asInt()).isEqualTo(picture.length);

        server.kill();
        server.start();

        HttpResponse<byte[]> saved = get(file.path("url").asText());
        assertThat(Arrays.equals(saved.body(), picture)).isTrue();
        assertThat(saved.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;");
        assertThat(saved.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(saved.headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; sandbox; frame-ancestors 'none'");
        String strangers = file.path("url").asText().replace(citizen.session(), "A".repeat(32));
        assertThat(get(strangers).statusCode()).isEqualTo(404);

        citizen.connect();
        StaffClient admin = new StaffClient(http, server).signIn("admin", SawtProcess.ADMIN_PASSWORD);
        String ticket = "/api/v1/tickets/" + ack.path("ticket").asText();
        String seen = admin.get(ticket, 200)
                .findParent("attachments")
                .path("attachments")
                .path(0)
                .path("url")
                .asText();
        assertThat(seen).startsWith(ticket + "/attachments/");
        assertThat(get(seen).statusCode()).isEqualTo(401);
        byte[] decision = "%PDF-1.7\nالقرار".getBytes(StandardCharsets.UTF_8);
        String stored = admin.upload("/api/v1/attachments", "القرار.pdf", decision)
                .path("items")
                .path(0)
                .path("id")
                .asText();
        ObjectNode reply = StaffClient.JSON.createObjectNode().put("text", "تفضل القرار");
        reply.putArray("attachments").add(stored);
        admin.post(ticket + "/replies", reply, 200);
        JsonNode answer =
                citizen.awaitEntry(entry -> entry.path("from").asText().equals("agent"));
        String url = answer.path("attachments").path(0).path("url").asText();
        assertThat(get(url).body()).isEqualTo(decision);
    }

    @Test
    void whatIsTooLargeOrOfAWrongTypeIsRefusedAsAProblemAndStoresNothing() throws Exception {
        HttpResponse<String> large = send(citizen.session(), "f1", "", picture(26 * 1024 * 1024));
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(StaffClient.JSON.readTree(large.body()).path("detail").asText())
                .contains("25");
        HttpResponse<String> program = send(citizen.session(), "f2", "", "MZ…".getBytes(StandardCharsets.UTF_8));
        assertThat(program.statusCode()).isEqualTo(415);
        assertThat(send(citizen.session(), "", "", picture(100)).statusCode()).isEqualTo(422);
        JsonNode entries = StaffClient.JSON.readTree(
                get(SESSIONS + citizen.session() + "/messages").body());
        assertThat(entries.path("items")).isEmpty();
    }
}
