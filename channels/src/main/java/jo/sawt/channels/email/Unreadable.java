package jo.sawt.channels.email;

import java.io.Serial;

/** Bytes that are no message at all. */
final class Unreadable extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    Unreadable(Exception cause) {
        super("not a message", cause);
    }
}
