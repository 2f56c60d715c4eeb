package jo.sawt.channels.email;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.AuthenticationFailedException;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Access tokens for mail servers that take no password (XOAUTH2), got by RFC 6749 and kept until shortly before their end. */
final class AccessTokens {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final Duration EARLY = Duration.ofMinutes(1);
    private static final long USUAL_SECONDS = 3_600;

    private final MailSettings.Oauth settings;
    private final InstantSource clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER).build();
    private Optional<Token> kept = Optional.empty();

    AccessTokens(MailSettings.Oauth settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Throws {@link AuthenticationFailedException} where none is to be had. */
    synchronized String current() throws AuthenticationFailedException {
        Instant now = clock.instant();
        if (kept.filter(token -> now.isBefore(token.until())).isEmpty()) {
            kept = Optional.of(fetch(now));
        }
        return kept.orElseThrow().value();
    }

    /** The server refused the one we have. */
    synchronized void forget() {
        kept = Optional.empty();
    }

    private Token fetch(Instant now) throws AuthenticationFailedException {
        HttpRequest request = HttpRequest.newBuilder(settings.tokenUrl())
                .timeout(ANSWER)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form()))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode json = JSON.readTree(response.body());
            if (response.statusCode() != 200 || !json.path("access_token").isTextual()) {
                throw new AuthenticationFailedException("the token server answered " + response.statusCode());
            }
            long seconds = json.path("expires_in").asLong(USUAL_SECONDS);
            return new Token(
                    json.path("access_token").asText(), now.plusSeconds(seconds).minus(EARLY));
        } catch (IOException e) {
            throw new AuthenticationFailedException("the token server gave no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuthenticationFailedException("stopped", e);
        }
    }

    private String form() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", settings.refreshToken().isPresent() ? "refresh_token" : "client_credentials");
        settings.refreshToken().ifPresent(token -> fields.put("refresh_token", token));
        fields.put("client_id", settings.clientId());
        fields.put("client_secret", settings.clientSecret());
        settings.scope().ifPresent(scope -> fields.put("scope", scope));
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private record Token(String value, Instant until) {}
}
