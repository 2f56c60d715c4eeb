package jo.sawt.channels.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import jo.sawt.channels.email.MailSettings;
import jo.sawt.channels.sms.TwilioSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private static final String ACCOUNT = "AC" + "0".repeat(32);

    @TempDir
    Path folder;

    /** Every setting, each right. */
    private Map<String, String> all() {
        Map<String, String> all = new HashMap<>();
        all.put("SAWT_PORT", "9000");
        all.put("SAWT_HOST", "127.0.0.2");
        all.put("SAWT_DATA", "/srv/sawt");
        all.put("MONGODB_URI", "mongodb://sawt:hidden-1@db.example/sawt");
        all.put("SAWT_REGISTRY", folder.toString());
        all.put("SAWT_PUBLIC_URL", "https://sawt.example");
        all.put("SAWT_ADMIN_PASSWORD", "hidden-2-long");
        all.put("SAWT_RATE_LIMITS", "off");
        all.put("SAWT_RETENTION_DAYS", "365");
        all.put("TWILIO_ACCOUNT_SID", ACCOUNT);
        all.put("TWILIO_AUTH_TOKEN", "hidden-3");
        all.put("TWILIO_MESSAGING_SERVICE_SID", "MG" + "a".repeat(32));
        all.put("TWILIO_SMS_FROM", "+962790000000");
        all.put("TWILIO_WHATSAPP_FROM", "+962790000001");
        all.put("TWILIO_WHATSAPP_TEMPLATE", "HX" + "b".repeat(32));
        all.put("TWILIO_WHATSAPP_OPTIONS", "2=HX" + "c".repeat(32));
        all.put("TWILIO_SMS_PER_SECOND", "10");
        all.put("TWILIO_WHATSAPP_PER_SECOND", "20");
        all.put("TWILIO_API_URL", "http://127.0.0.1:9001");
        all.put("IMAP_URL", "imaps://desk:hidden-4@mail.example/INBOX imaps://b:hidden-8@mail.example");
        all.put("SMTP_URL", "smtps://desk:hidden-5@mail.example:465");
        all.put("MAIL_FROM", "desk@sawt.example");
        all.put("MAIL_REPLY_TO", "desk+{}@sawt.example");
        all.put("MAIL_ANSWERS_PER_ADDRESS", "5/9");
        all.put("MAIL_ANSWERS_PER_TICKET", "3/4");
        all.put("MAIL_OAUTH_TOKEN_URL", "https://sign-in.example/token");
        all.put("MAIL_OAUTH_CLIENT_ID", "sawt");
        all.put("MAIL_OAUTH_CLIENT_SECRET", "hidden-9");
        all.put("MAIL_OAUTH_REFRESH_TOKEN", "hidden-10");
        all.put("MAIL_OAUTH_SCOPE", "https://outlook.office365.com/.default");
        all.put("LLM_BASE_URL", "http://models.example/v1");
        all.put("LLM_API_KEY", "hidden-6");
        all.put("LLM_MODEL", "small");
        all.put("EMBEDDING_MODEL", "tiny");
        all.put("OIDC_ISSUER", "https://sign-in.example");
        all.put("OIDC_CLIENT_ID", "sawt");
        all.put("OIDC_CLIENT_SECRET", "hidden-7");
        return all;
    }

    @Test
    void nothingNeedsToBeSet() {
        Settings settings = SettingsReader.read(Map.of(), Map.of());
        assertThat(settings.listening())
                .isEqualTo(new Settings.Listening("127.0.0.1", 8080, java.util.Optional.empty(), true));
        assertThat(settings.storage().data()).isEqualTo(Path.of("data"));
        assertThat(settings.storage().mongo()).isEmpty();
        assertThat(settings.startsOnSample()).isTrue();
        assertThat(settings.twilio()).isEmpty();
        assertThat(settings.mail().on()).isFalse();
    }

    @Test
    void everySettingIsRead() {
        assertThat(all().keySet()).isEqualTo(SettingsReader.NAMES);
        check(SettingsReader.read(all(), Map.of()));
    }

    @Test
    void everySettingIsReadFromTheFileToo() throws IOException {
        StringBuilder yaml = new StringBuilder();
        all().forEach((name, value) -> yaml.append(name.toLowerCase(Locale.ROOT).replace('_', '.'))
                .append(": \"")
                .append(value)
                .append("\"\n"));
        Path file = Files.writeString(folder.resolve("application.yaml"), yaml);
        check(SettingsReader.read(Map.of(), SettingsSource.read(file)));
    }

    private void check(Settings settings) {
        assertThat(settings.listening().host()).isEqualTo("127.0.0.2");
        assertThat(settings.listening().port()).isEqualTo(9000);
        assertThat(settings.listening().publicUrl()).contains(URI.create("https://sawt.example"));
        assertThat(settings.listening().rateLimits()).isFalse();
        assertThat(settings.storage().data()).isEqualTo(Path.of("/srv/sawt"));
        assertThat(settings.storage().mongo()).contains(new Secret("mongodb://sawt:hidden-1@db.example/sawt"));
        assertThat(settings.storage().registry()).contains(folder);
        assertThat(settings.storage().retentionDays()).contains(365);
        assertThat(settings.adminPassword()).contains(new Secret("hidden-2-long"));
        assertThat(settings.twilio())
                .contains(new Settings.Twilio(
                        ACCOUNT,
                        new Secret("hidden-3"),
                        new Settings.Numbers(
                                java.util.Optional.of("MG" + "a".repeat(32)),
                                java.util.Optional.of("+962790000001"),
                                new TwilioSettings.Rates(10, 20)),
                        new Settings.Contents(
                                java.util.Optional.of("HX" + "b".repeat(32)),
                                java.util.Optional.of(
                                        new TwilioSettings.OptionLists(Map.of(2, "HX" + "c".repeat(32))))),
                        URI.create("http://127.0.0.1:9001")));
        assertThat(settings.mail().imap())
                .containsExactly(
                        new Secret("imaps://desk:hidden-4@mail.example/INBOX"),
                        new Secret("imaps://b:hidden-8@mail.example"));
        assertThat(settings.mail().oauth())
                .contains(new MailSettings.Oauth(
                        URI.create("https://sign-in.example/token"),
                        "sawt",
                        "hidden-9",
                        java.util.Optional.of("hidden-10"),
                        java.util.Optional.of("https://outlook.office365.com/.default")));
        assertThat(settings.mail().replyTo()).contains("desk+{}@sawt.example");
        assertThat(settings.mail().brakes().address()).contains(new MailSettings.Rate(5, 9));
        assertThat(settings.mail().brakes().ticket()).contains(new MailSettings.Rate(3, 4));
        assertThat(settings.mail().smtp()).contains(new Secret("smtps://desk:hidden-5@mail.example:465"));
        assertThat(settings.mail().from()).contains("desk@sawt.example");
        assertThat(settings.services().model())
                .contains(new Settings.Model(
                        URI.create("http://models.example/v1"),
                        java.util.Optional.of(new Secret("hidden-6")),
                        java.util.Optional.of("small"),
                        java.util.Optional.of("tiny")));
        assertThat(settings.services().oidc())
                .contains(new Settings.Oidc(URI.create("https://sign-in.example"), "sawt", new Secret("hidden-7")));
        assertThat(settings.toString()).doesNotContain("hidden-");
    }

    @Test
    void aServerOfModelsNeedsAModelOfWordsOrOfVectors() {
        Map<String, String> vectors = Map.of("LLM_BASE_URL", "http://models.example/v1", "EMBEDDING_MODEL", "tiny");
        assertThat(SettingsReader.read(vectors, Map.of()).services().model())
                .contains(new Settings.Model(
                        URI.create("http://models.example/v1"),
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        java.util.Optional.of("tiny")));
        Map<String, String> neither = Map.of("LLM_BASE_URL", "http://models.example/v1");
        assertThatThrownBy(() -> SettingsReader.read(neither, Map.of()))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("LLM_MODEL");
    }

    @Test
    void theEnvironmentGoesBeforeTheFile() {
        Settings settings = SettingsReader.read(Map.of("SAWT_PORT", "1234"), Map.of("sawt.port", "4321"));
        assertThat(settings.listening().port()).isEqualTo(1234);
    }

    @ParameterizedTest
    @CsvSource({
        "SAWT_PORT, 80a",
        "SAWT_PORT, 65536",
        "SAWT_PORT, -1",
        "SAWT_HOST, no such host!",
        "MONGODB_URI, http://x",
        "SAWT_REGISTRY, /no/such/folder",
        "SAWT_PUBLIC_URL, sawt.example",
        "SAWT_ADMIN_PASSWORD, hidden",
        "SAWT_RATE_LIMITS, maybe",
        "SAWT_RETENTION_DAYS, 0",
        "TWILIO_ACCOUNT_SID, hidden",
        "TWILIO_AUTH_TOKEN, hidden",
        "TWILIO_MESSAGING_SERVICE_SID, hidden",
        "TWILIO_SMS_FROM, hidden!",
        "TWILIO_WHATSAPP_FROM, hidden",
        "TWILIO_API_URL, hidden",
        "IMAP_URL, pop3://hidden",
        "SMTP_URL, hidden",
        "MAIL_FROM, hidden",
        "LLM_BASE_URL, hidden",
        "LLM_API_KEY, hidden",
        "LLM_MODEL, hidden",
        "EMBEDDING_MODEL, hidden",
        "OIDC_ISSUER, hidden",
        "OIDC_CLIENT_ID, hidden",
        "OIDC_CLIENT_SECRET, hidden"
    })
    void aWrongSettingIsNamedInOneLineWithoutItsValue(String name, String value) {
        Map<String, String> wrong = Map.of(name, value);
        assertThatThrownBy(() -> SettingsReader.read(wrong, Map.of()))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining(name.substring(0, name.indexOf('_')))
                .hasMessageNotContaining("\n")
                .hasMessageNotContaining("hidden");
    }

    @ParameterizedTest
    @CsvSource({
        "SAWT_PORT, 80a",
        "TWILIO_ACCOUNT_SID, wrong",
        "MAIL_FROM, wrong",
        "LLM_BASE_URL, wrong",
        "OIDC_ISSUER, wrong"
    })
    void aWrongValueAmongRightOnesIsNamed(String name, String value) {
        Map<String, String> settings = all();
        settings.put(name, value);
        assertThatThrownBy(() -> SettingsReader.read(settings, Map.of())).hasMessageStartingWith(name + " ");
    }

    @Test
    void limitsMayNotBeOffWhereOthersCanConnect() {
        assertThatThrownBy(
                        () -> SettingsReader.read(Map.of("SAWT_RATE_LIMITS", "off", "SAWT_HOST", "0.0.0.0"), Map.of()))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("SAWT_RATE_LIMITS ");
    }

    @Test
    void aSlipInTheFileIsRefused() {
        assertThatThrownBy(() -> SettingsReader.read(Map.of(), Map.of("sawt.prot", "8080")))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("sawt.prot ");
    }
}
