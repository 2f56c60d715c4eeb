package jo.sawt.channels.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.StreamProvider;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.util.MailStreamProvider;

/** Reads any bytes as a message: each header and each part by itself, so that one that is broken spoils no other. */
final class LetterReader {
    static {
        // Jakarta Mail reads these when a class of it is first used.
        for (String strict : List.of("address.strict", "parameters.strict", "decodetext.strict")) {
            System.setProperty("mail.mime." + strict, "false");
        }
        for (String lax : List.of(
                "decodefilename",
                "ignoreunknownencoding",
                "uudecode.ignoreerrors",
                "base64.ignoreerrors",
                "multipart.ignoremissingboundaryparameter",
                "multipart.allowempty",
                "allowutf8")) {
            System.setProperty("mail.mime." + lax, "true");
        }
        // else it looks through the whole class path for it at every part that it decodes
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    private static final Session SESSION = Session.getInstance(new Properties());

    private LetterReader() {}

    /** Throws {@link Unreadable} where the bytes have no header at all. */
    static Letter read(byte[] raw) {
        return read(RawLetter.of(raw));
    }

    /** Good as long as the bytes are; what came with the letter is read from them when it is asked for. */
    static Letter read(RawLetter raw) {
        MimeMessage message = message(raw.open());
        Headers headers = new Headers(message);
        Body body = Body.of(message, raw);
        return new Letter(
                headers.messageId(),
                headers.sender(),
                headers.first("Subject"),
                body.text(),
                body.enclosed(),
                Automata.reason(headers),
                headers.route());
    }

    /** Who wrote it, by its header alone; empty text where that does not say. */
    static String sender(RawLetter raw) {
        try {
            return new Headers(message(raw.open())).sender().orElse("");
        } catch (RuntimeException e) {
            return ""; // whoever reads the whole of it says what is wrong
        }
    }

    /** Of a stream that can be shared (RawLetter gives such), no part is copied into memory. */
    static MimeMessage message(InputStream raw) {
        try {
            return new MimeMessage(SESSION, raw);
        } catch (MessagingException e) {
            throw new Unreadable(e);
        }
    }
}
