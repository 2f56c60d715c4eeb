package jo.sawt.channels.email;

import jakarta.mail.MessagingException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** A mail server would not be spoken to in secret, or could not prove who it is: nothing was told to it. */
final class NotEncrypted extends MessagingException {
    /** What the channel fails for, as the operator is told. */
    static final String CODE = "not-encrypted";

    private NotEncrypted(MessagingException cause) {
        super("no encrypted connection", cause);
    }

    /** What a failure to connect is: this where it is for encryption that it failed, else itself. */
    static MessagingException or(MessagingException e) {
        return isFor(e) ? new NotEncrypted(e) : e;
    }

    /** The library has no type for a server that does not offer what is required. */
    private static boolean isFor(MessagingException e) {
        String told = String.valueOf(e.getMessage());
        boolean tls = told.contains("STARTTLS") || told.contains("convert socket to TLS");
        for (@Nullable Throwable at = e; at != null && !tls; at = at.getCause()) {
            tls = at instanceof SSLException;
        }
        return tls;
    }
}
