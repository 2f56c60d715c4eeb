package jo.sawt.ticketing.http;

import io.helidon.http.HttpException;
import io.helidon.http.Status;
import java.util.Optional;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Messages;

/** A request that a channel refuses, for a reason in the message catalogue, to be told in the caller's language. */
public final class Refused extends HttpException {
    private final String key;
    private final Optional<String> pointer;

    public Refused(Status status, String key) {
        this(status, key, Optional.empty());
    }

    /**
     * Of one field.
     *
     * @param pointer to the field of the body, or to the parameter
     */
    public Refused(Status status, String key, Optional<String> pointer) {
        super(Messages.text(Lang.EN, key), status, true);
        this.key = key;
        this.pointer = pointer;
    }

    /** Why. */
    public String text(Lang lang) {
        return Messages.text(lang, key);
    }

    public Optional<String> pointer() {
        return pointer;
    }
}
