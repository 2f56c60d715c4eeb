package jo.sawt.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.helidon.webserver.WebServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import jo.sawt.ticketing.Attachment;
import jo.sawt.ticketing.AttachmentId;
import jo.sawt.ticketing.Attachments;
import jo.sawt.ticketing.Conversation;
import jo.sawt.ticketing.Decision;
import jo.sawt.ticketing.Entry;
import jo.sawt.ticketing.Files;
import jo.sawt.ticketing.Kind;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Reply;
import jo.sawt.ticketing.Ticketing;
import jo.sawt.ticketing.TicketingSettings;
import jo.sawt.ticketing.Tickets;
import jo.sawt.ticketing.Understanding;
import jo.sawt.ticketing.WorkingDeadlines;
import jo.sawt.ticketing.mongo.MongoAttachments;
import jo.sawt.ticketing.mongo.MongoTickets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pictures and documents from Twilio's signed webhook to the ticket, over the real desk, from a peer that misbehaves. */
class TwilioMediaTest {
    private static final String MESSAGES = "/channels/twilio/messages";
    private static final String FOLDER = "/2010-04-01/Accounts/" + Samples.ACCOUNT + "/Messages/MM1/Media/";
    private static final MediaFetch.Patience SHORT =
            new MediaFetch.Patience(Duration.ofMillis(400), Duration.ofMillis(1_500));
    private static final byte[] JPEG = picture(70_000);

    private final TestClock clock = new TestClock();
    private final HttpClient http = HttpClient.newHttpClient();
    private TestStore memory;
    private TwilioPeer peer;
    private TwilioStore store;
    private Ticketing ticketing;
    private Tickets tickets;
    private Attachments attachments;
    private Files files;
    private MediaDispatch dispatch;
    private WebServer server;

    @BeforeEach
    void start() throws IOException {
        memory = new TestStore();
        peer = new TwilioPeer();
        store = memory.open();
        Twilio twilio = Twilio.of(Samples.settings(peer.address()), store, clock);
        tickets = MongoTickets.open(memory.database(), clock);
        attachments = MongoAttachments.open(memory.database(), clock);
        files = new Files(attachments, tickets, clock);
        ticketing = Ticketing.open(
                tickets,
                new Ticketing.Ports(
                        (id, lang) -> Optional.empty(), WorkingDeadlines.jordan(), turn -> answer(), twilio.senders()),
                clock,
                TicketingSettings.defaults(true));
        dispatch = dispatch(MediaFetch.Patience.USUAL);
        server = WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .routing(routing ->
                        routing.register("/channels/twilio", twilio.routes(ticketing.desk(), ticketing.returns())))
                .build()
                .start();
    }

    private MediaDispatch dispatch(MediaFetch.Patience patience) {
        MediaFetch fetch = new MediaFetch(Samples.settings(peer.address()).account(), patience);
        return new MediaDispatch(store.media(), fetch, files, ticketing.lateFiles(), clock);
    }

    private static Decision answer() {
        return new Decision.Answer(
                new Understanding(
                        Lang.AR, Kind.INQUIRY, Optional.empty(), Optional.empty(), Optional.empty(), 0.9, Map.of()),
                Reply.of("تم"));
    }

    @AfterEach
    void stop() {
        server.stop();
        ticketing.close();
        peer.close();
        memory.close();
        http.close();
    }

    @Test
    void thePictureFollowsTheMessageWhichDidNotWaitForIt() throws Exception {
        assertThat(sent("https://api.twilio.com" + FOLDER + "ME1")).isEqualTo(200);
        assertThat(sent("https://api.twilio.com" + FOLDER + "ME1")).isEqualTo(200);
        ticketing.runDue();
        assertThat(entries()).extracting(entry -> entry.reply().text()).containsExactly("هذه هويتي", "تم");
        assertThat(peer.mediaRequests).isEmpty();

        peer.mediaScript.add(new TwilioPeer.MediaAnswer(
                200,
                Map.of("Content-Type", "image/jpeg", "Content-Disposition", "inline; filename=\"id card.jpg\""),
                JPEG,
                JPEG.length,
                0));
        dispatch.runDue();
        String credentials = Base64.getEncoder()
                .encodeToString((Samples.ACCOUNT + ":" + Samples.TOKEN).getBytes(StandardCharsets.UTF_8));
        assertThat(peer.mediaRequests).containsExactly(FOLDER + "ME1 Basic " + credentials);
        Attachment file = entries().getLast().reply().files().getFirst();
        assertThat(file.type()).isEqualTo("image/jpeg");
        assertThat(file.name()).isEqualTo("id card.jpg");
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        files.write(file, kept);
        assertThat(kept.toByteArray()).isEqualTo(JPEG);

        sent("https://api.twilio.com" + FOLDER + "ME1");
        dispatch.runDue();
        assertThat(peer.mediaRequests).hasSize(1);
        assertThat(entries()).hasSize(3);
        assertThat(isDone()).isTrue();
    }

    @Test
    void aDocumentWithoutANameIsNamedByItsTypeAndFetchedThroughARedirect() throws Exception {
        sent(peer.address() + FOLDER + "ME1");
        peer.mediaScript.add(TwilioPeer.MediaAnswer.to("/store/1"));
        peer.mediaScript.add(
                TwilioPeer.MediaAnswer.ok("application/pdf", "%PDF-1.7\n…".getBytes(StandardCharsets.UTF_8)));
        dispatch.runDue();
        assertThat(entries().getLast().reply().files().getFirst().name()).isEqualTo("attachment-1.pdf");
        sent("SM2", peer.address() + FOLDER + "ME2");
        peer.mediaScript.add(new TwilioPeer.MediaAnswer(
                200,
                Map.of(
                        "Content-Disposition",
                        "attachment; filename=x.jpg; filename*=UTF-8''%D9%87%D9%88%D9%8A%D8%A9.jpg"),
                JPEG,
                JPEG.length,
                0));
        dispatch.runDue();
        assertThat(entries().getLast().reply().files().getFirst().name()).isEqualTo("هوية.jpg");
    }

    @Test
    void whatIsNotThereYetOrFailsIsFetchedLater() throws Exception {
        sent(peer.address() + FOLDER + "ME1");
        peer.mediaScript.add(TwilioPeer.MediaAnswer.status(404, Map.of()));
        peer.mediaScript.add(TwilioPeer.MediaAnswer.status(503, Map.of("Retry-After", "100")));
        peer.mediaScript.add(new TwilioPeer.MediaAnswer(200, Map.of(), JPEG, JPEG.length + 5L, 0));
        peer.mediaScript.add(TwilioPeer.MediaAnswer.ok("image/jpeg", JPEG));
        dispatch.runDue();
        dispatch.runDue();
        assertThat(peer.mediaRequests).hasSize(1);
        clock.pass(Duration.ofSeconds(15));
        dispatch.runDue();
        assertThat(peer.mediaRequests).hasSize(2);
        clock.pass(Duration.ofSeconds(90));
        dispatch.runDue();
        assertThat(peer.mediaRequests).hasSize(2);
        clock.pass(Duration.ofSeconds(15));
        dispatch.runDue();
        assertThat(peer.mediaRequests).hasSize(3);
        assertThat(isDone()).isFalse();
        clock.pass(Duration.ofMinutes(2));
        dispatch.runDue();
        assertThat(entries().getLast().reply().files()).hasSize(1);
        assertThat(events()).isEmpty();
        assertThat(isDone()).isTrue();
    }

    @Test
    void aPeerThatIsSlowOrTricklesIsLeftAndTriedLater() throws Exception {
        sent(peer.address() + FOLDER + "ME1");
        peer.mediaScript.add(new TwilioPeer.MediaAnswer(200, Map.of(), new byte[0], 500, -1));
        peer.mediaScript.add(new TwilioPeer.MediaAnswer(200, Map.of(), JPEG, JPEG.length, 20));
        peer.mediaScript.add(TwilioPeer.MediaAnswer.ok("image/jpeg", JPEG));
        MediaDispatch hasty = dispatch(SHORT);
        for (int i = 0; i < 2; i++) {
            hasty.runDue();
            clock.pass(Duration.ofMinutes(2));
        }
        dispatch.runDue();
        assertThat(peer.mediaRequests).hasSize(3);
        assertThat(entries().getLast().reply().files()).hasSize(1);
        assertThat(waiting()).hasSize(1);
    }

    @Test
    void whatIsTooLargeOrOfAWrongTypeIsToldToStaffAndLeavesNothing() throws Exception {
        byte[] large = picture((int) Files.LARGEST + 1);
        sent("SM1", peer.address() + FOLDER + "ME1");
        sent("SM2", peer.address() + FOLDER + "ME2");
        sent("SM3", peer.address() + FOLDER + "ME3");
        sent("SM4", peer.address() + FOLDER + "ME4");
        peer.mediaScript.add(new TwilioPeer.MediaAnswer(200, Map.of(), large, large.length, 0));
        peer.mediaScript.add(new TwilioPeer.MediaAnswer(200, Map.of(), large, 0, 0));
        peer.mediaScript.add(TwilioPeer.MediaAnswer.ok(
                "image/jpeg", "<html><script>x</script></html>".getBytes(StandardCharsets.UTF_8)));
        peer.mediaScript.add(TwilioPeer.MediaAnswer.status(410, Map.of()));
        dispatch.runDue();
        assertThat(events()).containsExactly("file-size", "file-size", "file-type", "media-http-410");
        assertThat(waiting()).isEmpty();
        assertThat(isDone()).isTrue();
    }

    @Test
    void nobodyButTheProviderIsEverCalled() throws Exception {
        AtomicInteger called = new AtomicInteger();
        HttpServer stranger = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stranger.createContext("/", exchange -> {
            called.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        stranger.start();
        String foreign = "http://127.0.0.1:" + stranger.getAddress().getPort();
        try {
            sent("SM1", foreign + FOLDER + "ME1");
            sent("SM2", peer.address() + FOLDER + "ME2");
            sent("SM3", peer.address() + FOLDER + "ME3");
            sent("SM4", "");
            peer.mediaScript.add(TwilioPeer.MediaAnswer.to(foreign + "/store/1"));
            for (int i = 0; i < 4; i++) {
                peer.mediaScript.add(TwilioPeer.MediaAnswer.to("/store/again"));
            }
            dispatch.runDue();
            assertThat(called).hasValue(0);
            assertThat(peer.mediaRequests).hasSize(5);
            assertThat(events())
                    .containsExactlyInAnyOrder("media-address", "media-redirect", "media-redirect", "media-address");
        } finally {
            stranger.stop(0);
        }
    }

    @Test
    void whatNeverComesIsGivenUpAndToldToStaffOnce() throws Exception {
        sent(peer.address() + FOLDER + "ME1");
        for (int i = 0; i < 30; i++) {
            dispatch.runDue();
            clock.pass(Duration.ofMinutes(7));
        }
        assertThat(peer.mediaRequests).hasSize(24);
        assertThat(events()).containsExactly("media-http-404");
        assertThat(isDone()).isTrue();
    }

    @Test
    void whatWasInHandWhenTheProcessDiedIsTakenUpByAnother() throws Exception {
        sent(peer.address() + FOLDER + "ME1");
        assertThat(store.media().claim(clock.instant(), Duration.ofSeconds(90))).isPresent();
        dispatch.runDue();
        assertThat(peer.mediaRequests).isEmpty();
        clock.pass(Duration.ofSeconds(91));
        peer.mediaScript.add(TwilioPeer.MediaAnswer.ok("image/jpeg", JPEG));
        dispatch.runDue();
        assertThat(entries().getLast().reply().files()).hasSize(1);
    }

    private List<Conversation.Entry> entries() {
        return ticketing.desk().conversation(Samples.AMINA_WHATSAPP, 0).entries();
    }

    /** Why files were lost, as staff see it. */
    private List<String> events() {
        Conversation conversation = ticketing.desk().conversation(Samples.AMINA_WHATSAPP, 0);
        return tickets.find(conversation.ticket().orElseThrow()).orElseThrow().timeline().entries().stream()
                .filter(entry -> entry.what() instanceof Entry.Event event
                        && event.name().equals("file-lost"))
                .map(entry -> ((Entry.Event) entry.what()).now().orElseThrow())
                .toList();
    }

    private boolean isDone() {
        return memory.database().getCollection("sms_media").countDocuments() == 0;
    }

    private List<AttachmentId> waiting() {
        return attachments.waiting(clock.instant().plus(Duration.ofDays(2)), 100);
    }

    private int sent(String url) throws Exception {
        return sent("SM1", url);
    }

    private int sent(String sid, String url) throws Exception {
        Map<String, String> form = Samples.whatsapp(sid, "هذه هويتي");
        form.put("NumMedia", "1");
        form.put("MediaContentType0", "image/jpeg");
        form.put("MediaUrl0", url);
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + MESSAGES))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", Samples.signature(Samples.PUBLIC + MESSAGES, form))
                .POST(HttpRequest.BodyPublishers.ofString(Samples.encoded(form)))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static byte[] picture(int size) {
        byte[] picture = new byte[size];
        new Random(size).nextBytes(picture);
        byte[] head = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0};
        System.arraycopy(head, 0, picture, 0, head.length);
        return picture;
    }
}
