package jo.sawt.channels.sms;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import jo.sawt.ticketing.Filed;
import jo.sawt.ticketing.Files;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HeaderElement;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicHeaderValueParser;
import org.apache.hc.core5.http.message.ParserCursor;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;

/** Fetches one medium, in a stream, and judges what did not work: again later, or never. */
final class MediaFetch {
    private static final String UTF_8 = "utf-8''";
    private static final int REDIRECTS = 3;
    private static final int CONNECTIONS = 8;
    private static final Set<Integer> REDIRECT = Set.of(301, 302, 303, 307, 308);
    /** Not there yet, not let in, too early, too often: what time or the operator mends. */
    private static final Set<Integer> PASSING = Set.of(401, 403, 404, 408, 409, 425, 429);

    private final MediaSource source;
    private final Patience patience;
    private final String credentials;
    private final CloseableHttpClient http;

    MediaFetch(TwilioSettings.Account account, Patience patience) {
        this.source = new MediaSource(account);
        this.patience = patience;
        String pair = account.sid() + ":" + account.token().value();
        this.credentials = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        this.http = http(patience);
    }

    /**
     * How long to wait.
     *
     * @param silence between two bytes
     * @param whole from the first request to the last byte
     */
    record Patience(Duration silence, Duration whole) {
        static final Patience USUAL = new Patience(Duration.ofSeconds(10), Duration.ofMinutes(1));
    }

    /** Takes the bytes of a medium. */
    interface Taking {
        Filed take(String name, InputStream content) throws IOException;
    }

    /** How it went. */
    sealed interface Result {
        record Read(Filed filed) implements Result {}

        /**
         * Not this time.
         *
         * @param after at least, where the provider said so
         */
        record Later(String code, Optional<Duration> after) implements Result {}

        record Never(String code) implements Result {}
    }

    Result fetch(Medium medium, Taking taking) {
        Optional<URI> first = source.first(medium.url());
        if (first.isEmpty()) {
            return new Result.Never("media-address");
        }
        try {
            return fetch(medium, first.get(), taking);
        } catch (SocketTimeoutException e) {
            return new Result.Later("media-slow", Optional.empty());
        } catch (IOException e) {
            return new Result.Later("media-unreachable", Optional.empty());
        }
    }

    private Result fetch(Medium medium, URI first, Taking taking) throws IOException {
        long end = System.nanoTime() + patience.whole().toNanos();
        URI at = first;
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            HttpGet request = new HttpGet(at);
            if (source.isInterface(at)) {
                request.setHeader(HttpHeaders.AUTHORIZATION, credentials);
            }
            ClassicHttpResponse response = http.executeOpen(HttpHost.create(at), request, null);
            try {
                if (!REDIRECT.contains(response.getCode())) {
                    return judged(medium, response, end, taking);
                }
                Optional<URI> next = MediaSource.next(at, header(response, HttpHeaders.LOCATION));
                if (next.filter(source::mayLeadTo).isEmpty()) {
                    return new Result.Never("media-redirect");
                }
                at = next.get();
            } finally {
                // cut off first, so that closing does not read what is left of a body that is too large
                request.cancel();
                Closer.closeQuietly(response);
            }
        }
        return new Result.Never("media-redirect");
    }

    private Result judged(Medium medium, ClassicHttpResponse response, long end, Taking taking) throws IOException {
        int status = response.getCode();
        if (status != 200) {
            String code = "media-http-" + status;
            return status >= 500 || PASSING.contains(status)
                    ? new Result.Later(code, new Throttled(header(response, HttpHeaders.RETRY_AFTER)).asked())
                    : new Result.Never(code);
        }
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new Result.Never("file-empty");
        }
        if (entity.getContentLength() > Files.LARGEST) {
            return new Result.Never("file-size");
        }
        String name = name(medium, header(response, "Content-Disposition"), entity.getContentType());
        return new Result.Read(taking.take(name, new Bounded(entity.getContent(), end)));
    }

    /** As the sender called it, where that is known; else by its number, with the ending of its type. */
    private static String name(Medium medium, String disposition, @org.jspecify.annotations.Nullable String type) {
        Optional<String> given = given(disposition);
        if (given.isPresent()) {
            return given.get();
        }
        return "attachment-" + (medium.number() + 1) + ending(type);
    }

    /** The file name of a Content-Disposition, in either of its forms (RFC 6266). */
    private static Optional<String> given(String disposition) {
        ParserCursor whole = new ParserCursor(0, disposition.length());
        for (HeaderElement element : BasicHeaderValueParser.INSTANCE.parseElements(disposition, whole)) {
            Optional<String> named = parameter(element, "filename*")
                    .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(UTF_8))
                    .flatMap(MediaFetch::decoded)
                    .or(() -> parameter(element, "filename"));
            if (named.isPresent()) {
                return named;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> parameter(HeaderElement element, String name) {
        NameValuePair parameter = element.getParameterByName(name);
        return Optional.ofNullable(parameter).map(NameValuePair::getValue).filter(value -> !value.isBlank());
    }

    private static Optional<String> decoded(String value) {
        try {
            String encoded = value.substring(UTF_8.length()).replace("+", "%2B");
            return Optional.of(URLDecoder.decode(encoded, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String ending(@org.jspecify.annotations.Nullable String type) {
        ContentType parsed = ContentType.parseLenient(type);
        try {
            return parsed == null
                    ? ""
                    : MimeTypes.getDefaultMimeTypes()
                            .forName(parsed.getMimeType())
                            .getExtension();
        } catch (MimeTypeException e) {
            return "";
        }
    }

    private static String header(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null || header.getValue() == null ? "" : header.getValue();
    }

    private static CloseableHttpClient http(Patience patience) {
        Timeout silence = Timeout.of(patience.silence());
        return HttpClientBuilder.create()
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(silence)
                        .setResponseTimeout(silence)
                        .build())
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(CONNECTIONS)
                        .setMaxConnTotal(CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(3, TimeUnit.SECONDS)
                                .setSocketTimeout(silence)
                                .build())
                        .build())
                .build();
    }

    /** Ends a body that trickles. */
    private static final class Bounded extends FilterInputStream {
        private final long end;

        Bounded(InputStream in, long end) {
            super(in);
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            check();
            return super.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            check();
            return super.read(bytes, offset, length);
        }

        private void check() throws SocketTimeoutException {
            if (System.nanoTime() - end > 0) {
                throw new SocketTimeoutException("the whole took too long");
            }
        }
    }
}
