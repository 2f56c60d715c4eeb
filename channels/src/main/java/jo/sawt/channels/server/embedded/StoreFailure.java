package jo.sawt.channels.server.embedded;

import java.io.Serial;

/** The store cannot be opened, or can no longer be written; the message is one line for the operator. */
public final class StoreFailure extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public StoreFailure(String message) {
        super(message);
    }

    public StoreFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
