package jo.sawt.ticketing;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The store did not take or give what was asked; nothing was acknowledged, and it may be tried again. */
public final class DeskUnavailable extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public DeskUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
