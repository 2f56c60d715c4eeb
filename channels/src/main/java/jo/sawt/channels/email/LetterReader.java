package jo.sawt.channels.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads any bytes as a message: each header and each part by itself, so that one that is broken spoils no other. */
final class LetterReader {
    private static final Pattern ADDRESS =
            Pattern.compile("([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?)");
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,900}>");
    private static final List<String> BULK = List.of("bulk", "list", "junk", "auto_reply");

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
        try {
            MimeMessage message = new MimeMessage(SESSION, new ByteArrayInputStream(raw));
            Body body = Body.of(message);
            return new Letter(
                    messageId(message),
                    from(message),
                    header(message, "Subject"),
                    body.text(),
                    body.attachments(),
                    machine(message));
        } catch (MessagingException e) {
            throw new Unreadable(e);
        }
    }

    /** The letters that this one goes back to, the first one first. */
    static List<String> references(byte[] raw) {
        try {
            MimeMessage message = new MimeMessage(SESSION, new ByteArrayInputStream(raw));
            String ids = header(message, "References");
            return MESSAGE_ID
                    .matcher(ids.isEmpty() ? header(message, "In-Reply-To") : ids)
                    .results()
                    .map(MatchResult::group)
                    .distinct()
                    .toList();
        } catch (MessagingException e) {
            return List.of();
        }
    }

    private static Optional<String> messageId(MimeMessage message) {
        Matcher matcher = MESSAGE_ID.matcher(header(message, "Message-ID"));
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    /** The last address of the header: what stands before may be a name that looks like one. */
    private static Optional<String> from(MimeMessage message) {
        for (String name : List.of("From", "Sender")) {
            Matcher matcher = ADDRESS.matcher(header(message, name));
            String last = "";
            while (matcher.find()) {
                last = matcher.group(1);
            }
            if (!last.isEmpty()) {
                return Optional.of(last.toLowerCase(Locale.ROOT));
            }
        }
        return Optional.empty();
    }

    /** By RFC 3834 and what list servers and office suites add to it. */
    private static Optional<String> machine(MimeMessage message) {
        String submitted = header(message, "Auto-Submitted").toLowerCase(Locale.ROOT);
        String type = header(message, "Content-Type").toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/report") || type.startsWith("message/delivery-status")) {
            return Optional.of("report");
        }
        if (!submitted.isEmpty() && !submitted.startsWith("no")) {
            return Optional.of("auto-submitted");
        }
        if (BULK.contains(header(message, "Precedence").toLowerCase(Locale.ROOT))) {
            return Optional.of("bulk");
        }
        boolean list = Arrays.asList(
                        "List-Id",
                        "List-Unsubscribe",
                        "List-Post",
                        "X-Auto-Response-Suppress",
                        "X-Autoreply",
                        "X-Autorespond",
                        "X-Loop")
                .stream()
                .anyMatch(name -> !header(message, name).isEmpty());
        if (list) {
            return Optional.of("list");
        }
        boolean nobody = header(message, "Return-Path").equals("<>")
                || from(message).filter(LetterReader::isDaemon).isPresent();
        return nobody ? Optional.of("bounce") : Optional.empty();
    }

    private static boolean isDaemon(String address) {
        String user = address.substring(0, address.indexOf('@'));
        return user.equals("mailer-daemon") || user.equals("postmaster") || user.matches("no-?reply|do-?not-?reply");
    }

    private static String header(MimeMessage message, String name) {
        try {
            String[] values = message.getHeader(name);
            return values == null || values.length == 0 ? "" : EncodedWords.decode(values[0]);
        } catch (MessagingException e) {
            return "";
        }
    }
}
