package jo.sawt.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaSourceTest {
    private static final String MEDIUM = "/2010-04-01/Accounts/" + Samples.ACCOUNT + "/Messages/MM1/Media/ME1";

    private final MediaSource real =
            new MediaSource(Samples.settings(TwilioSettings.API).account());
    private final MediaSource peer = new MediaSource(
            Samples.settings(URI.create("http://127.0.0.1:4010")).account());

    @ParameterizedTest
    @ValueSource(
            strings = {"https://api.twilio.com", "https://api.dublin.ie1.twilio.com", "https://API.twilio.com:443"})
    void mediaOfOurAccountBeginAtTheInterface(String base) {
        assertThat(real.first(base + MEDIUM)).contains(URI.create(base + MEDIUM));
        assertThat(peer.first(base + MEDIUM)).contains(URI.create("http://127.0.0.1:4010" + MEDIUM));
        assertThat(peer.first("http://127.0.0.1:4010" + MEDIUM)).contains(URI.create("http://127.0.0.1:4010" + MEDIUM));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.twilio.com",
                "https://api.twilio.com.example.com",
                "https://api.twilio.com@example.com",
                "https://api.twilio.com:8443",
                "https://example.com",
                "http://127.0.0.1:4010",
                "http://169.254.169.254",
                "https://[::1]",
                "file://",
                ""
            })
    void nothingElseIsTheInterface(String base) {
        assertThat(real.first(base + MEDIUM)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/2010-04-01/Accounts/AC11111111111111111111111111111111/Messages/MM1/Media/ME1",
                "/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages/../Keys.json",
                "/"
            })
    void whatIsNotOurAccountsIsNotAskedFor(String path) {
        assertThat(real.first("https://api.twilio.com" + path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://mms.twiliocdn.com/AC0/abc?Expires=1",
                "https://media.twiliocdn.com/AC0/abc",
                "https://s3-external-1.amazonaws.com/media.twiliocdn.com/AC0/abc?X-Amz-Signature=1",
                "https://media.twiliocdn.com.s3-external-1.amazonaws.com/AC0/abc"
            })
    void itMayLeadToTheProvidersStoresWhichAreShownNoCredentials(String address) {
        URI store = URI.create(address);
        assertThat(real.mayLeadTo(store)).isTrue();
        assertThat(real.isInterface(store)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://media.twiliocdn.com/AC0/abc",
                "https://s3-external-1.amazonaws.com/somebody/abc",
                "https://twiliocdn.com.example.com/abc",
                "https://eviltwilio.com/abc",
                "http://169.254.169.254/latest/meta-data",
                "http://127.0.0.1:4010/abc",
                "https://127.0.0.1/abc",
                "file:/etc/passwd"
            })
    void itMayLeadNowhereElse(String address) {
        assertThat(MediaSource.next(URI.create("https://api.twilio.com/x"), address)
                        .filter(real::mayLeadTo))
                .isEmpty();
    }
}
