package jo.sawt.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TwilioSettingsTest {
    private static final TwilioSettings.AuthToken TOKEN = new TwilioSettings.AuthToken("secret-of-the-account");

    @Test
    void theSecretIsNotShown() {
        assertThat(Samples.settings(TwilioSettings.API).toString()).doesNotContain(Samples.TOKEN);
        assertThat(PhoneNumber.parse(Samples.AMINA).orElseThrow().toString()).doesNotContain("962");
    }

    @Test
    void aWrongSettingIsNamed() {
        assertThatThrownBy(() -> new TwilioSettings.Account("AC1", TOKEN, TwilioSettings.API))
                .hasMessageContaining("TWILIO_ACCOUNT_SID");
        assertThatThrownBy(() -> new TwilioSettings.AuthToken(" ")).hasMessageContaining("TWILIO_AUTH_TOKEN");
        assertThatThrownBy(() ->
                        new TwilioSettings.Account(Samples.ACCOUNT, TOKEN, URI.create("https://api.twilio.com/v1")))
                .hasMessageContaining("TWILIO_API_URL");
        assertThatThrownBy(() -> new TwilioSettings.Senders(
                        Optional.of("MG"), Optional.empty(), Optional.empty(), TwilioSettings.Contents.NONE))
                .hasMessageContaining("TWILIO_MESSAGING_SERVICE_SID");
        assertThatThrownBy(() -> new TwilioSettings.Senders(
                        Optional.empty(), Optional.empty(), Optional.empty(), TwilioSettings.Contents.NONE))
                .hasMessageContaining("TWILIO_SMS_FROM");
    }

    @Test
    void aNumberIsReadInTheFormsThatTwilioWrites() {
        assertThat(PhoneNumber.parse("whatsapp:+962790000001")).contains(new PhoneNumber("+962790000001"));
        assertThat(PhoneNumber.parse("962790000001")).contains(new PhoneNumber("+962790000001"));
        assertThat(PhoneNumber.parse("0790000001")).isEmpty();
        assertThat(PhoneNumber.parse("AMMAN")).isEmpty();
    }
}
