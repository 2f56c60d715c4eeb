package jo.sawt.knowledge;

/** The registry's store cannot be reached or did not answer; reads go on from memory. */
public final class RegistryUnavailable extends RuntimeException {
    public RegistryUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
