package jo.sawt.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import jo.sawt.ticketing.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters at the limit, and beyond it, in a heap that could not hold one of them. */
class LargeLettersTest {
    private static final String HEAP = "-Xmx44m";
    private static final int MEBIBYTE = 1 << 20;

    private final GreenMail mail = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });
    private final MongoServer server = new MongoServer(H2Backend.inMemory());

    @TempDir
    Path folder;

    private GreenMailUser box;
    private GreenMailUser amina;

    @BeforeEach
    void start() {
        mail.start();
        box = mail.setUser("desk@sawt.example.jo", "desk", "secret");
        amina = mail.setUser("amina@example.jo", "amina", "secret");
    }

    @AfterEach
    void stop() {
        mail.stop();
        server.shutdownNow();
    }

    @Test
    void aFileOf25MebibytesComesInAndGoesOutInPiecesAndALargerLetterIsHeldBack() throws Exception {
        byte[] picture = picture();
        box.deliver(letter("صور المخالفة", picture, "image/png"));
        box.deliver(letter("أكبر من الحد", Arrays.copyOf(picture, 31 * MEBIBYTE), "image/png"));
        box.deliver(letter("بعدها", new byte[0], "image/png"));
        box.deliver(letter("", envelope(picture), "application/ms-tnef"));

        String told = run();
        String same = picture.length + " " + sha256(picture) + "\n";

        assertThat(told)
                .contains("read 4\n", "words 3\n", "kept صور.png " + same, "kept outlook.png " + same)
                .contains("quarantined too-large " + 40 * MEBIBYTE + "\n")
                .contains("Sent[");
        MimeMessage answer = mail.getManagers()
                .getImapHostManager()
                .getInbox(amina)
                .getMessages()
                .getFirst()
                .getMimeMessage();
        MimeMultipart parts = (MimeMultipart) answer.getContent();
        try (InputStream in = parts.getBodyPart(1).getInputStream()) {
            assertThat(sha256(in.readAllBytes())).isEqualTo(sha256(picture));
        }
    }

    /** Outlook's envelope with a file in it. */
    private static byte[] envelope(byte[] file) {
        ByteBuffer envelope = ByteBuffer.allocate(file.length + 100).order(ByteOrder.LITTLE_ENDIAN);
        envelope.putInt(0x223E9F78).putShort((short) 1);
        attribute(envelope, 0x0002800C, "صور المخالفة".getBytes(StandardCharsets.UTF_8));
        attribute(envelope, 0x00018010, "outlook.png".getBytes(StandardCharsets.UTF_8));
        attribute(envelope, 0x0006800F, file);
        return Arrays.copyOf(envelope.array(), envelope.position());
    }

    private static void attribute(ByteBuffer out, int id, byte[] value) {
        out.put((byte) 1).putInt(id).putInt(value.length).put(value).putShort((short) 0);
    }

    private static byte[] picture() {
        byte[] picture = new byte[(int) Files.LARGEST];
        new Random(7).nextBytes(picture);
        byte[] head = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
        System.arraycopy(head, 0, picture, 0, head.length);
        return picture;
    }

    private String run() throws Exception {
        Path output = folder.resolve("output.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-Dstdout.encoding=UTF-8",
                        "-XX:+UseSerialGC",
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeLetters.class.getName(),
                        "imap://desk:secret@127.0.0.1:" + mail.getImap().getPort() + "/INBOX",
                        "smtp://127.0.0.1:" + mail.getSmtp().getPort(),
                        server.bindAndGetConnectionString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        String told = java.nio.file.Files.readString(output);
        assertThat(process.exitValue()).as(told).isZero();
        try (var left = java.nio.file.Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .as("nothing of a letter is left on the disk")
                    .noneMatch(name -> name.startsWith("sawt-letter"));
        }
        return told;
    }

    private static MimeMessage letter(String words, byte[] file, String type) throws Exception {
        MimeMessage letter = new MimeMessage(Session.getInstance(new Properties()));
        letter.setFrom("amina@example.jo");
        letter.setRecipients(Message.RecipientType.TO, "desk@sawt.example.jo");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(words, "UTF-8");
        MimeMultipart parts = new MimeMultipart(text);
        if (file.length > 0) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(file, type)));
            part.setFileName("صور.png");
            parts.addBodyPart(part);
        }
        letter.setContent(parts);
        letter.saveChanges();
        return letter;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
