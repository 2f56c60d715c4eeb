package jo.sawt.channels.server.http;

import java.io.Serial;

/** Something that a request needs is still being prepared, though nothing is wrong: 503, to be tried again shortly. */
public final class NotReady extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String key;

    /** The key of the text, in the catalogue of messages, that says what is awaited. */
    public NotReady(String key, Throwable cause) {
        super(key, cause);
        this.key = key;
    }

    String key() {
        return key;
    }
}
