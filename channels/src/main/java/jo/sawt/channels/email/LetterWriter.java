package jo.sawt.channels.email;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import jo.sawt.ticketing.Attachment;
import jo.sawt.ticketing.Author;
import jo.sawt.ticketing.Files;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Messages;
import jo.sawt.ticketing.Option;
import jo.sawt.ticketing.OutboundMessage;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jsoup.nodes.Element;

/** Puts an answer into a letter: the same id at every attempt, as text and as HTML in its own direction. */
final class LetterWriter {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final MailSettings settings;
    private final Marks marks;
    private final Files files;

    LetterWriter(MailSettings settings, Marks marks, Files files) {
        this.settings = settings;
        this.marks = marks;
        this.files = files;
    }

    MimeMessage write(Session session, OutboundMessage message, Optional<MailThreads.Heard> heard, Instant now)
            throws MessagingException {
        Identified letter = new Identified(session, marks.messageId(message.id()));
        marks.returnPath(message.id()).ifPresent(letter::setEnvelopeFrom);
        letter.setFrom(settings.sender());
        letter.setRecipient(
                Message.RecipientType.TO, new InternetAddress(message.to().address()));
        letter.setSubject(subject(message, heard), UTF_8);
        letter.setSentDate(Date.from(now));
        Optional<String> replyTo = marks.replyTo(message.ticket());
        if (replyTo.isPresent()) {
            letter.setReplyTo(new InternetAddress[] {new InternetAddress(replyTo.get())});
        }
        if (heard.isPresent()) {
            letter.setHeader("In-Reply-To", heard.get().messageId());
            letter.setHeader("References", heard.get().references().replace(" ", "\r\n "));
        }
        letter.setHeader("Content-Language", message.lang().wire());
        if (message.from() == Author.ASSISTANT || message.from() == Author.SYSTEM) {
            // RFC 3834: what no person wrote says so, and so is answered by no machine.
            letter.setHeader("Auto-Submitted", "auto-replied");
            letter.setHeader("X-Auto-Response-Suppress", "All");
        }
        String text = text(message);
        MimeMultipart both =
                new MimeMultipart("alternative", part(text, "plain"), part(html(text, message.lang()), "html"));
        letter.setContent(
                message.reply().files().isEmpty()
                        ? both
                        : mixed(both, message.reply().files()));
        letter.saveChanges();
        return letter;
    }

    private MimeMultipart mixed(MimeMultipart text, List<Attachment> enclosed) throws MessagingException {
        MimeBodyPart first = new MimeBodyPart();
        first.setContent(text);
        MimeMultipart mixed = new MimeMultipart("mixed", first);
        for (Attachment file : enclosed) {
            mixed.addBodyPart(part(file));
        }
        return mixed;
    }

    private MimeBodyPart part(Attachment file) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new Streamed(file));
        part.setHeader("Content-Type", file.type());
        part.setHeader("Content-Transfer-Encoding", "base64");
        part.setFileName(file.name());
        return part;
    }

    /** A file that goes from the store to the server without ever being whole in memory. */
    private final class Streamed extends DataHandler {
        private final Attachment file;

        Streamed(Attachment file) {
            super(new byte[0], file.type());
            this.file = file;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            files.write(file, out);
        }
    }

    private static String subject(OutboundMessage message, Optional<MailThreads.Heard> heard) {
        String subject = heard.map(MailThreads.Heard::subject)
                .orElse("")
                .replaceAll("[\\r\\n]+", " ")
                .strip();
        if (subject.isEmpty()) {
            return Messages.text(
                    message.lang(), "mail.subject", message.ticket().value());
        }
        boolean answers = subject.regionMatches(true, 0, "re:", 0, 3) || subject.startsWith("رد:");
        return answers ? subject : "Re: " + subject;
    }

    private static String text(OutboundMessage message) {
        StringBuilder text = new StringBuilder(message.reply().text().strip());
        int number = 1;
        for (Option option : message.reply().options()) {
            text.append('\n').append(number++).append(". ").append(option.label());
        }
        return text.append("\n\n")
                .append(Messages.text(
                        message.lang(), "mail.footer", message.ticket().value()))
                .toString();
    }

    private static String html(String text, Lang lang) {
        Element body =
                new Element("div").attr("dir", lang == Lang.AR ? "rtl" : "ltr").attr("lang", lang.wire());
        text.lines()
                .forEach(line -> body.appendElement("div").attr("dir", "auto").text(line.isEmpty() ? "\u00A0" : line));
        return "<!DOCTYPE html><html><head><meta charset=\"UTF-8\"></head><body>" + body.outerHtml() + "</body></html>";
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    /** Jakarta Mail would make an id of its own. */
    private static final class Identified extends SMTPMessage {
        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
