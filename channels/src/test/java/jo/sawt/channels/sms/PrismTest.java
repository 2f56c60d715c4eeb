package jo.sawt.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Contact;
import jo.sawt.ticketing.Delivery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Every call that the channel makes, against Twilio's own OpenAPI description as Prism serves it: {@code .ci/prism}. */
@EnabledIfEnvironmentVariable(named = "PRISM_URL", matches = "http://.+", disabledReason = "run by .ci/prism")
class PrismTest {
    private static final String MESSAGES = "/2010-04-01/Accounts/" + Samples.ACCOUNT + "/Messages.json";

    private final URI prism = URI.create(String.valueOf(System.getenv("PRISM_URL")));
    private final TestClock clock = new TestClock();
    private final TwilioApi api = new TwilioApi(Samples.settings(prism));

    @Test
    void smsAndWhatsAppAreSentAsDescribed() {
        assertThat(sent(Channel.SMS, Samples.AMINA_SMS, TwilioSettings.Contents.NONE))
                .isInstanceOf(Delivery.Sent.class);
        assertThat(sent(Channel.WHATSAPP, Samples.AMINA_WHATSAPP, TwilioSettings.Contents.NONE))
                .isInstanceOf(Delivery.Sent.class);
    }

    @Test
    void templatesAreSentAsDescribed() {
        assertThat(api.create("T-1", Samples.AMINA_WHATSAPP, new Template("HX" + "1".repeat(32)), "{\"1\":\"x\"}")
                        .getSid())
                .startsWith("SM");
    }

    @Test
    void anUnknownOutcomeIsLookedUpAsDescribed() {
        assertThat(api.sentTo(Samples.AMINA_SMS, clock.instant())
                        .iterator()
                        .next()
                        .getSid())
                .startsWith("SM");
    }

    @Test
    void windowsMessagesAndMediaAreReadAsDescribed() {
        assertThat(api.between(clock.instant().minus(Duration.ofHours(1)), clock.instant())
                        .iterator()
                        .next()
                        .getDirection())
                .isNotNull();
        assertThat(api.fetch("SM" + "a".repeat(32)).getSid()).startsWith("SM");
        assertThat(api.media("MM" + "a".repeat(32)))
                .allSatisfy(url -> assertThat(url).startsWith("https://api.twilio.com/2010-04-01/Accounts/AC"));
    }

    @Test
    void theDescriptionIsReallyHeldAgainst() throws Exception {
        String credentials = "Basic "
                + Base64.getEncoder()
                        .encodeToString((Samples.ACCOUNT + ":" + Samples.TOKEN).getBytes(StandardCharsets.UTF_8));
        assertThat(status("Body=x&To=%2B962790000001", Optional.empty())).isEqualTo(401);
        assertThat(status("Body=x", Optional.of(credentials))).isEqualTo(422);
        assertThat(status("Body=x&To=%2B962790000001&ContentRetention=whatever", Optional.of(credentials)))
                .isEqualTo(422);
        assertThat(status("Body=x&To=%2B962790000001", Optional.of(credentials)))
                .isEqualTo(201);
    }

    private int status(String form, Optional<String> credentials) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(prism.resolve(MESSAGES))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        credentials.ifPresent(value -> request.header("Authorization", value));
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    /** Each in a store of its own, since Prism gives all messages the same id. */
    private Delivery sent(Channel channel, Contact to, TwilioSettings.Contents contents) {
        try (TestStore memory = new TestStore()) {
            return new TwilioSender(channel, api, memory.open(), new Pace(1), contents, clock)
                    .send(Samples.owed("T-" + channel.wire(), 1, to, "تحتاج إلى هويتك وصورتين"));
        }
    }
}
