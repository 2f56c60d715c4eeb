package jo.sawt.channels.web;

import java.time.Duration;
import java.util.Set;

/**
 * How web chat is run.
 *
 * @param origins the other sites whose pages may use the chat, such as {@code https://portal.example}; empty for any,
 *     which is safe since a session is no cookie: only who holds it can use it
 * @param rateLimits whether a session that writes too fast is slowed
 * @param mostReaders sockets and streams at a time, on this node
 * @param heartbeat how often a quiet connection is asked whether it is still there
 */
public record WebChatSettings(Set<String> origins, boolean rateLimits, int mostReaders, Duration heartbeat) {
    public WebChatSettings {
        origins = Set.copyOf(origins);
        if (mostReaders < 1) {
            throw new IllegalArgumentException("web chat needs room for a reader at least");
        }
        if (heartbeat.isNegative() || heartbeat.isZero()) {
            throw new IllegalArgumentException("the heartbeat of web chat needs a length");
        }
    }

    public static WebChatSettings standard() {
        return new WebChatSettings(Set.of(), true, 20_000, Duration.ofSeconds(30));
    }

    boolean anyOrigin() {
        return origins.isEmpty();
    }
}
