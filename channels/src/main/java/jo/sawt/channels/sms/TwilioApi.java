package jo.sawt.channels.sms;

import com.twilio.base.ResourceSet;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.rest.api.v2010.account.message.Media;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Contact;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.Timeout;

/** The calls of Twilio's interface that the channel makes, each one request: again is for the outbox to decide. */
final class TwilioApi {
    private static final int CONNECTIONS = 64;
    private static final int CONNECT_SECONDS = 3;
    /** A look-up and a POST together end before the lease of the outbox does. */
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private static final long PAGE = 200;

    private final TwilioSettings settings;
    private final TwilioRestClient client;

    TwilioApi(TwilioSettings settings) {
        this(settings, ANSWER);
    }

    TwilioApi(TwilioSettings settings, Duration answer) {
        this.settings = settings;
        this.client = new TwilioRestClient.Builder(
                        settings.account().sid(), settings.account().token().value())
                .httpClient(new OneRequest(http(settings.account().api(), answer)))
                .build();
    }

    /** Hands a message over; throws what the SDK throws, and {@link Throttled}. */
    Message create(String id, Contact to, String body) {
        return create(id, creator(new PhoneNumber(address(to)), to.channel(), body));
    }

    /** Hands over a message that is made of a template. */
    Message create(String id, Contact to, Template template, String variables) {
        MessageCreator creator = creator(new PhoneNumber(address(to)), to.channel(), "");
        creator.setBody((String) null);
        creator.setContentSid(template.contentSid());
        creator.setContentVariables(variables);
        return create(id, creator);
    }

    private Message create(String id, MessageCreator creator) {
        creator.setStatusCallback(
                URI.create(base() + "/channels/twilio/status?id=" + URLEncoder.encode(id, StandardCharsets.UTF_8)));
        return creator.create(client);
    }

    /** The messages to a number since a time, newest first. */
    ResourceSet<Message> sentTo(Contact to, Instant since) {
        return Message.reader()
                .setTo(new PhoneNumber(address(to)))
                .setDateSentAfter(since.atZone(ZoneOffset.UTC))
                .setPageSize(PAGE)
                .read(client);
    }

    /** All messages of the account, in and out, of a window. */
    ResourceSet<Message> between(Instant from, Instant to) {
        return Message.reader()
                .setDateSentAfter(from.atZone(ZoneOffset.UTC))
                .setDateSentBefore(to.atZone(ZoneOffset.UTC))
                .setPageSize(PAGE)
                .read(client);
    }

    /** One message as it stands. */
    Message fetch(String sid) {
        return Message.fetcher(sid).fetch(client);
    }

    /** Where the media of a message lie. */
    List<String> media(String messageSid) {
        List<String> urls = new ArrayList<>();
        Media.reader(messageSid).read(client).forEach(media -> urls.add(MediaSource.url(media.getUri())));
        return urls;
    }

    private MessageCreator creator(PhoneNumber to, Channel channel, String body) {
        TwilioSettings.Senders senders = settings.senders();
        if (channel == Channel.WHATSAPP && senders.whatsapp().isPresent()) {
            return Message.creator(
                    to, new PhoneNumber("whatsapp:" + senders.whatsapp().get().value()), body);
        }
        if (senders.service().isPresent()) {
            return Message.creator(to, senders.service().get(), body);
        }
        return Message.creator(to, new PhoneNumber(senders.sms().orElseThrow()), body);
    }

    private String base() {
        String url = settings.publicUrl().toString();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private static String address(Contact to) {
        return to.channel() == Channel.WHATSAPP ? "whatsapp:" + to.address() : to.address();
    }

    private static HttpClientBuilder http(URI api, Duration answer) {
        HttpClientBuilder builder = HttpClientBuilder.create()
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                        .setResponseTimeout(Timeout.of(answer))
                        .build())
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(CONNECTIONS)
                        .setMaxConnTotal(CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                                .setSocketTimeout(Timeout.of(answer))
                                .build())
                        .build());
        if (!api.equals(TwilioSettings.API)) {
            // The SDK builds its own address; the connection alone is led elsewhere.
            HttpHost there = new HttpHost(api.getScheme(), api.getHost(), port(api));
            boolean secure = "https".equalsIgnoreCase(api.getScheme());
            builder.setRoutePlanner((target, context) -> new HttpRoute(there, null, secure));
        }
        return builder;
    }

    private static int port(URI api) {
        if (api.getPort() > 0) {
            return api.getPort();
        }
        return "https".equalsIgnoreCase(api.getScheme()) ? 443 : 80;
    }

    /** The SDK's own client repeats a POST up to three times on a 5xx, which could be three messages. */
    private static final class OneRequest extends NetworkHttpClient {
        OneRequest(HttpClientBuilder builder) {
            super(builder);
        }

        @Override
        public Response reliableRequest(Request request) {
            Response response = makeRequest(request);
            if (response.getStatusCode() == 429) {
                throw new Throttled(header(response, "Retry-After"));
            }
            return response;
        }

        private static String header(Response response, String name) {
            Header[] headers = response.getHeaders();
            if (headers != null) {
                for (Header header : headers) {
                    if (header.getName().equalsIgnoreCase(name)) {
                        return header.getValue();
                    }
                }
            }
            return "";
        }
    }
}
