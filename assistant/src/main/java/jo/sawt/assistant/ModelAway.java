package jo.sawt.assistant;

/** The language model gave nothing that can be used; the composed answer goes out instead. */
public final class ModelAway extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** Why, as the metrics name it. */
    public enum Reason {
        SLOW,
        BUSY,
        BREAKER_OPEN,
        RATE_LIMITED,
        REFUSED,
        FAILED,
        NONSENSE
    }

    public ModelAway(Reason reason, Throwable cause) {
        super("the language model is away: " + reason, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
