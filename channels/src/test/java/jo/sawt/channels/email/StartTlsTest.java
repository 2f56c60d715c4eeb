package jo.sawt.channels.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.Folder;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import jo.sawt.channels.journey.SawtProcess;
import jo.sawt.channels.journey.StaffClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** The whole program with a real Postfix and Dovecot by STARTTLS, and with somebody between them who takes its offer away. */
@EnabledIfEnvironmentVariable(named = "MAIL_PEERS", matches = ".+", disabledReason = "MAIL_PEERS names no mail servers")
class StartTlsTest {
    private static final String BOX = "support@cc.test";
    private static final String ALICE = "alice@cc.test";
    private static final String USER = "support%40cc.test:secret@127.0.0.1:";
    private static final String PASSWORD = "the operator's own password";
    private static final Duration LONGEST = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private Tap imap;
    private Tap smtp;
    private SawtProcess server;

    @BeforeEach
    void start() throws Exception {
        for (String user : List.of(BOX, ALICE)) {
            expunge(user);
        }
        imap = new Tap(1143);
        smtp = new Tap(1587);
        server = new SawtProcess(
                        folder,
                        Map.of(
                                "IMAP_URL",
                                "imap://" + USER + imap.port() + "/INBOX?starttls=required",
                                "SMTP_URL",
                                "smtp://" + USER + smtp.port() + "?starttls=required",
                                "MAIL_FROM",
                                BOX,
                                "SAWT_ADMIN_PASSWORD",
                                PASSWORD,
                                "JAVA_TOOL_OPTIONS",
                                "-Djavax.net.ssl.trustStore=" + trusted()
                                        + " -Djavax.net.ssl.trustStorePassword=changeit"))
                .start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        imap.close();
        smtp.close();
        http.close();
    }

    @Test
    void lettersGoBothWaysInSecretAndNothingIsSaidToAServerThatHasLostItsOffer() throws Exception {
        write("كم رسوم تجديد جواز السفر؟");
        until(() -> answers() == 1);
        assertThat(imap.heard()).contains("STARTTLS").doesNotContain("LOGIN", "AUTHENTICATE", "FETCH");
        assertThat(smtp.heard()).contains("STARTTLS").doesNotContain("AUTH ", "MAIL FROM", "DATA");

        smtp.strip(true);
        write("وشو الأوراق المطلوبة؟");
        until(() -> failing().contains("smtp-not-encrypted"));
        imap.strip(true);
        until(() -> failing().contains("mailbox-not-encrypted"));
        assertThat(imap.heard()).doesNotContain("LOGIN", "AUTHENTICATE", "FETCH");
        assertThat(smtp.heard()).contains("EHLO").doesNotContain("AUTH ", "MAIL FROM", "DATA");
        assertThat(metrics())
                .containsPattern("sawt_mail_not_encrypted_total\\{[^}]*scheme=\"imap\"")
                .containsPattern("sawt_mail_not_encrypted_total\\{[^}]*scheme=\"smtp\"");

        write("ومتى تفتحون؟");
        imap.strip(false);
        smtp.strip(false);
        until(() -> answers() == 3);
        until(() -> failing().isEmpty());
    }

    private static void write(String text) throws Exception {
        PostfixDovecotTest.mail(ALICE, BOX, letter -> letter.setText(text, "UTF-8"));
    }

    private static int answers() throws Exception {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", 1143, ALICE, "secret");
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            return inbox.getMessageCount();
        }
    }

    /** Why the channel does not work, as the operator is told. */
    private List<String> failing() throws Exception {
        JsonNode channels =
                new StaffClient(http, server).signIn("admin", PASSWORD).get("/api/v1/channels", 200);
        for (JsonNode channel : channels.path("items")) {
            if (channel.path("channel").asText().equals("email")) {
                return channel.path("failing").findValuesAsText("code");
            }
        }
        throw new AssertionError("there is no such channel");
    }

    private String metrics() throws Exception {
        return body(HttpRequest.newBuilder(server.uri("/observe/metrics")).header("Accept", "text/plain"));
    }

    private String body(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    /** A store of the certificate that both servers show. */
    private Path trusted() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = Files.newInputStream(Path.of(System.getenv("MAIL_PEERS"), "crt.pem"))) {
            store.setCertificateEntry(
                    "peers", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        Path file = folder.resolve("trusted.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "changeit".toCharArray());
        }
        return file;
    }

    private static void expunge(String user) throws Exception {
        String settings = System.getenv("MAIL_PEERS") + "/dovecot/dovecot.conf";
        assertThat(new ProcessBuilder("doveadm", "-c", settings, "expunge", "-u", user, "mailbox", "INBOX", "all")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor())
                .isZero();
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(LONGEST).pollInterval(Duration.ofMillis(500)).until(condition);
    }
}
