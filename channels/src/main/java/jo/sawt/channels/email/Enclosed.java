package jo.sawt.channels.email;

import jakarta.mail.MessagingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A file that came with a letter.
 *
 * @param name as the sender called it, unchecked
 * @param type as the letter calls it
 */
record Enclosed(String name, String type, Content content) {
    /** The bytes, read anew each time. */
    interface Content {
        InputStream open() throws IOException, MessagingException;
    }

    static Enclosed of(String name, String type, byte[] bytes) {
        return new Enclosed(name, type, () -> new ByteArrayInputStream(bytes));
    }
}
