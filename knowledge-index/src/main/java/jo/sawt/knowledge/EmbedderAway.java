package jo.sawt.knowledge;

/** The model of vectors gave none that can be used; services are found by words alone. */
public final class EmbedderAway extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param message names no text */
    public EmbedderAway(String message) {
        super(message);
    }

    public EmbedderAway(String message, Throwable cause) {
        super(message, cause);
    }
}
