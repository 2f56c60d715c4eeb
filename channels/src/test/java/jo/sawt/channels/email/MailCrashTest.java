package jo.sawt.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.function.BooleanSupplier;
import jo.sawt.channels.journey.SawtProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fifty citizens write by email while the server is killed three times and started again on the same data. */
class MailCrashTest {
    private static final int CITIZENS = 50;
    private static final int KILLS = 3;
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final GreenMail mail = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });

    @TempDir
    Path folder;

    private GreenMailUser desk;
    private final List<GreenMailUser> citizens = new ArrayList<>();

    @BeforeEach
    void start() {
        mail.start();
        desk = mail.setUser("desk@sawt.example.jo", "desk", "secret");
        for (int i = 0; i < CITIZENS; i++) {
            citizens.add(mail.setUser("citizen" + i + "@example.jo", "citizen" + i, "secret"));
        }
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    @Test
    void killedAtRandomEveryLetterIsAnsweredAndARepeatedAnswerIsTheSameLetter() throws Exception {
        long seed = Long.getLong("crash.seed", System.nanoTime());
        System.out.println("mail crash test: -Dcrash.seed=" + seed);
        Random random = new Random(seed);
        for (int i = 0; i < CITIZENS; i++) {
            desk.deliver(letter(i));
        }
        try (SawtProcess server = new SawtProcess(folder, environment()).start()) {
            for (int kill = 1; kill <= KILLS; kill++) {
                int answers = kill * CITIZENS / (KILLS + 2) + random.nextInt(3);
                until(() -> answers() >= answers);
                server.kill();
                server.start();
            }
            until(() -> citizens.stream().allMatch(citizen -> !answers(citizen).isEmpty()));
        }
        long repeated = answers() - CITIZENS;
        System.out.printf("mail: %d letters, %d kills, %d sent twice%n", CITIZENS, KILLS, repeated);
        assertThat(citizens).allSatisfy(citizen -> assertThat(answers(citizen)).hasSizeBetween(1, 2));
        assertThat(citizens)
                .allSatisfy(citizen ->
                        assertThat(answers(citizen).stream().distinct()).hasSize(1));
        assertThat(repeated).as("the one that was out at each kill").isLessThanOrEqualTo(KILLS);
    }

    private Map<String, String> environment() {
        return Map.of(
                "IMAP_URL",
                "imap://desk:secret@127.0.0.1:" + mail.getImap().getPort(),
                "SMTP_URL",
                "smtp://127.0.0.1:" + mail.getSmtp().getPort(),
                "MAIL_FROM",
                "desk@sawt.example.jo");
    }

    private static MimeMessage letter(int citizen) throws MessagingException {
        MimeMessage letter = new MimeMessage(Session.getInstance(new Properties()));
        letter.setFrom("citizen" + citizen + "@example.jo");
        letter.setRecipients(MimeMessage.RecipientType.TO, "desk@sawt.example.jo");
        letter.setSubject("جواز السفر", "UTF-8");
        letter.setText("كم رسوم تجديد جواز السفر؟", "UTF-8");
        letter.saveChanges();
        return letter;
    }

    private long answers() {
        return citizens.stream().mapToLong(citizen -> answers(citizen).size()).sum();
    }

    /** The ids of the letters that a citizen has got. */
    private List<String> answers(GreenMailUser citizen) {
        try {
            List<String> ids = new ArrayList<>();
            for (var stored :
                    mail.getManagers().getImapHostManager().getInbox(citizen).getMessages()) {
                ids.addAll(Arrays.asList(stored.getMimeMessage().getHeader("Message-ID")));
            }
            return ids;
        } catch (Exception e) {
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
