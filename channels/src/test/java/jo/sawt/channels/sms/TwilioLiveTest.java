package jo.sawt.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import jo.sawt.channels.journey.SawtProcess;
import jo.sawt.channels.journey.StaffClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program in a process of its own, with its registry and assistant, between a scripted Twilio and citizens. */
class TwilioLiveTest {
    private static final String TARGET = "/channels/twilio/messages";
    private static final String PASSWORD = "the operator's own password";
    private static final String FOLDER = "/2010-04-01/Accounts/" + Samples.ACCOUNT + "/Messages/MM1/Media/";
    private static final byte[] PDF = "%PDF-1.7\nهوية".getBytes(StandardCharsets.UTF_8);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private TwilioPeer peer;
    private SawtProcess server;
    private int sent;

    @BeforeEach
    void start() throws IOException {
        peer = new TwilioPeer();
        Map<String, String> environment = new HashMap<>();
        environment.put("SAWT_ADMIN_PASSWORD", PASSWORD);
        environment.put("TWILIO_ACCOUNT_SID", Samples.ACCOUNT);
        environment.put("TWILIO_AUTH_TOKEN", Samples.TOKEN);
        environment.put("TWILIO_SMS_FROM", Samples.OURS);
        environment.put("TWILIO_WHATSAPP_FROM", Samples.OURS);
        environment.put("TWILIO_API_URL", peer.address().toString());
        environment.put("SAWT_PUBLIC_URL", Samples.PUBLIC.toString());
        server = new SawtProcess(folder, environment);
    }

    @AfterEach
    void end() {
        server.close();
        peer.close();
        http.close();
    }

    @Test
    void whatNoWebhookBroughtIsAnsweredAPictureSurvivesAPowerCutAndALongAnswerGoesOn() {
        peer.now = Clock.systemUTC().instant().minus(Duration.ofMinutes(5));
        peer.inbound("SMmissed", "+962790000011", "كم رسوم تجديد جواز السفر؟");
        peer.live = true;
        server.start();
        until(() -> !answers("+962790000011").isEmpty());

        Map<String, String> picture = form("whatsapp:+962790000012", "هذه هويتي");
        picture.put("NumMedia", "1");
        picture.put("MediaUrl0", "https://api.twilio.com" + FOLDER + "ME1");
        webhook(picture);
        until(() -> !peer.mediaRequests.isEmpty());
        server.kill();
        peer.mediaScript.add(TwilioPeer.MediaAnswer.ok("application/pdf", PDF));
        server.start();
        JsonNode file = awaitFile();
        assertThat(file.path("type").asText()).isEqualTo("application/pdf");
        assertThat(file.path("size").asInt()).isEqualTo(PDF.length);

        goesOn("+962790000013", ARABIC, "1 للمزيد");
        goesOn("+962790000014", ENGLISH, "1 for more");
    }

    private static final String ARABIC = "شو الوثائق المطلوبة لتجديد جواز السفر؟";
    private static final String ENGLISH = "What are the fees for ordinary passport renewal?";

    /** Asks, and asks for more until there is no more; all parts together are the answer that staff see. */
    private void goesOn(String citizen, String question, String more) {
        webhook(form(citizen, question));
        until(() -> !answers(citizen).isEmpty());
        assertThat(answers(citizen).getFirst()).endsWith("\n" + more);
        for (int part = 1; answers(citizen).getLast().endsWith("\n" + more); part++) {
            int soFar = part;
            webhook(form(citizen, "1"));
            until(() -> answers(citizen).size() > soFar);
        }
        List<String> parts = answers(citizen);
        assertThat(parts)
                .hasSizeGreaterThan(1)
                .allSatisfy(part -> assertThat(Segments.count(part)).isBetween(1, 3));
        String together = String.join(
                " ", parts.stream().map(part -> part.replace("\n" + more, "")).toList());
        assertThat(words(together)).isEqualTo(words(said(citizen)));
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+", -1));
    }

    private Map<String, String> form(String from, String text) {
        Map<String, String> form = from.startsWith("whatsapp:")
                ? Samples.whatsapp("SMlive" + sent, text)
                : Samples.sms("SMlive" + sent, text);
        sent++;
        form.put("From", from);
        form.remove("WaId");
        return form;
    }

    private List<String> answers(String citizen) {
        return peer.posts.stream()
                .filter(post -> post.field("To").orElse("").equals(citizen))
                .map(post -> post.field("Body").orElse(""))
                .toList();
    }

    private JsonNode awaitFile() {
        List<JsonNode> found = new ArrayList<>();
        until(() -> {
            found.addAll(ticket("whatsapp", "+962790000012").findValues("attachments"));
            return !found.isEmpty();
        });
        return found.getFirst().path(0);
    }

    /** The assistant's first words to a citizen, as the ticket keeps them. */
    private String said(String citizen) {
        for (JsonNode entry : ticket("sms", citizen).path("timeline")) {
            if (entry.path("from").asText().equals("assistant")
                    && entry.path("type").asText().equals("message")) {
                return entry.path("text").asText();
            }
        }
        throw new AssertionError("the assistant has said nothing");
    }

    private JsonNode ticket(String channel, String citizen) {
        StaffClient staff = new StaffClient(http, server).signIn("admin", PASSWORD);
        for (JsonNode ticket :
                staff.get("/api/v1/tickets?limit=50&channel=" + channel, 200).path("items")) {
            if (ticket.path("contact").path("address").asText().equals(citizen)) {
                return staff.get("/api/v1/tickets/" + ticket.path("reference").asText(), 200);
            }
        }
        throw new AssertionError("there is no ticket");
    }

    private void webhook(Map<String, String> form) {
        HttpResponse<String> response = send(HttpRequest.newBuilder(server.uri(TARGET))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", Samples.signature(Samples.PUBLIC + TARGET, form))
                .POST(HttpRequest.BodyPublishers.ofString(Samples.encoded(form))));
        assertThat(response.statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            SawtProcess.pause();
        }
    }
}
