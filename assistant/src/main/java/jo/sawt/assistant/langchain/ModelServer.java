package jo.sawt.assistant.langchain;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the model is.
 *
 * @param url up to and with {@code /v1}
 * @param key never shown
 * @param budget for all exchanges about one message; after it the composed answer goes out
 */
public record ModelServer(URI url, Optional<String> key, String model, Duration budget) {
    /** What a citizen waits at most for better words. */
    public static final Duration BUDGET = Duration.ofSeconds(4);

    @Override
    public String toString() {
        return "ModelServer[" + model + "]";
    }
}
