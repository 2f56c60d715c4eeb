package jo.sawt.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignaturesTest {
    private static final Map<String, String> CALL = Map.of(
            "CallSid", "CA1234567890ABCDE",
            "Caller", "+14158675309",
            "Digits", "1234",
            "From", "+14158675309",
            "To", "+18005551212");

    @ParameterizedTest
    @CsvSource({"https://mycompany.com", "https://mycompany.com/", "https://mycompany.com:443"})
    void theExampleOfTwiliosPageIsAccepted(URI url) {
        assertThat(signatures(url, "12345")
                        .accept("/myapp.php?foo=1&bar=2", new TwilioForm(CALL), "RSOYDt4T1cUTdK1PDd93/VVr8B8="))
                .isTrue();
    }

    @Test
    void anythingElseIsNot() {
        Signatures signatures = signatures(URI.create("https://mycompany.com"), "12345");
        Map<String, String> more = new HashMap<>(CALL);
        more.put("Unknown", "field");
        String right = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
        assertThat(signatures.accept("/myapp.php?foo=1&bar=2", new TwilioForm(more), right))
                .isFalse();
        assertThat(signatures.accept("/myapp.php?foo=1&bar=3", new TwilioForm(CALL), right))
                .isFalse();
        assertThat(signatures.accept("/myapp.php?foo=1&bar=2", new TwilioForm(CALL), ""))
                .isFalse();
        assertThat(signatures(URI.create("https://mycompany.com"), "12346")
                        .accept("/myapp.php?foo=1&bar=2", new TwilioForm(CALL), right))
                .isFalse();
        assertThat(signatures(URI.create("http://mycompany.com"), "12345")
                        .accept("/myapp.php?foo=1&bar=2", new TwilioForm(CALL), right))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://sawt.example.jo, https://sawt.example.jo",
        "https://sawt.example.jo:8443, https://sawt.example.jo:8443",
        "https://sawt.example.jo:8443, https://sawt.example.jo",
        "https://sawt.example.jo, https://sawt.example.jo:443",
        "http://sawt.example.jo, http://sawt.example.jo:80",
        "https://example.jo/desk, https://example.jo/desk",
        "https://example.jo:8443/desk/, https://example.jo/desk"
    })
    void withOrWithoutAPortAndWithEscapesInTheQuery(URI configured, String called) {
        Map<String, String> form = Samples.sms("SM1", "مرحبا 👋 a&b=c+d");
        String target = "/channels/twilio/messages?note=%D9%85%2B1";
        assertThat(signatures(configured, Samples.TOKEN)
                        .accept(target, new TwilioForm(form), Samples.signature(called + target, form)))
                .isTrue();
    }

    private static Signatures signatures(URI url, String token) {
        return new Signatures(new TwilioSettings(
                new TwilioSettings.Account(Samples.ACCOUNT, new TwilioSettings.AuthToken(token), TwilioSettings.API),
                new TwilioSettings.Senders(
                        Optional.of("MG" + "0".repeat(32)),
                        Optional.empty(),
                        Optional.empty(),
                        TwilioSettings.Contents.NONE),
                url));
    }
}
