package jo.sawt.channels.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Properties;

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
    }

    private static final Session SESSION = Session.getInstance(new Properties());

    private LetterReader() {}

    /** Throws {@link Unreadable} where the bytes have no header at all. */
    static Letter read(byte[] raw) {
        MimeMessage message = message(raw);
        Headers headers = new Headers(message);
        Body body = Body.of(message);
        return new Letter(
                headers.messageId(),
                headers.sender(),
                headers.first("Subject"),
                body.text(),
                body.enclosed(),
                Automata.reason(headers),
                headers.route());
    }

    static MimeMessage message(byte[] raw) {
        try {
            return new MimeMessage(SESSION, new ByteArrayInputStream(raw));
        } catch (MessagingException e) {
            throw new Unreadable(e);
        }
    }
}
