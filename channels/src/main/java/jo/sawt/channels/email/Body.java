package jo.sawt.channels.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.SharedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Gathers what a message says and what came with it. Plain text is preferred to the same in HTML. */
final class Body {
    private static final int DEEPEST = 20;
    private static final int MOST_PARTS = 200;
    private static final int LONGEST = 1 << 20;
    /** Of all text, in bytes: far more than a message of the desk holds. */
    private static final int MOST_TEXT = 4 << 20;

    private static final int LARGEST_INNER = 40 << 20;

    private final List<String> plain = new ArrayList<>();
    private final List<String> html = new ArrayList<>();
    private final List<Enclosed> enclosed = new ArrayList<>();
    private int parts;

    private final RawLetter raw;
    private int room = MOST_TEXT;

    private Body(RawLetter raw) {
        this.raw = raw;
    }

    static Body of(MimeMessage message, RawLetter raw) {
        Body body = new Body(raw);
        body.visit(message, 0);
        return body;
    }

    private boolean isEmpty() {
        return enclosed.isEmpty() && text().isEmpty();
    }

    String text() {
        String text = String.join("\n", plain).strip();
        return text.isEmpty() ? String.join("\n", html).strip() : text;
    }

    List<Enclosed> enclosed() {
        return enclosed;
    }

    private void visit(MimePart part, int depth) {
        if (depth > DEEPEST || ++parts > MOST_PARTS) {
            return;
        }
        String type = type(part);
        if (type.startsWith("multipart/")) {
            multipart(part, depth);
        } else if (type.equals("message/rfc822")) {
            forwarded(part, depth);
        } else if (type.equals("application/ms-tnef") || type.equals("application/vnd.ms-tnef")) {
            Tnef tnef = Tnef.parse(part::getInputStream);
            unlessBlank(plain.isEmpty() && html.isEmpty() ? tnef.text() : "");
            enclosed.addAll(tnef.files());
        } else if (type.equals("text/calendar")) {
            unlessBlank(Invitation.of(content(part)));
        } else if (isAttachment(part) || !type.startsWith("text/")) {
            enclosed.add(new Enclosed(name(part), type, part::getInputStream));
        } else if (type.equals("text/html")) {
            html.add(HtmlText.of(content(part)));
        } else if (type.equals("text/plain") || plain.isEmpty()) {
            plain.add(content(part));
        }
    }

    private void unlessBlank(String text) {
        if (!text.isBlank()) {
            plain.add(text);
        }
    }

    /** A letter within the letter: who it was from and what it was about, then what it says. */
    private void forwarded(MimePart part, int depth) {
        try {
            MimeMessage inner = LetterReader.message(shared(part));
            Headers headers = new Headers(inner);
            unlessBlank((headers.sender().orElse("") + "\n" + headers.first("Subject")).strip());
            visit(inner, depth + 1);
        } catch (Unreadable | MessagingException | IOException e) {
            enclosed.add(new Enclosed("letter.eml", "message/rfc822", part::getInputStream));
        }
    }

    /** What is not encoded is a piece of the whole letter; the rest is decoded once. */
    private InputStream shared(MimePart part) throws MessagingException, IOException {
        InputStream in = part.getInputStream();
        return in instanceof SharedInputStream ? in : raw.within(in, LARGEST_INNER);
    }

    private void multipart(MimePart part, int depth) {
        try {
            int before = parts;
            if (part.getContent() instanceof Multipart multipart) {
                for (int i = 0; i < multipart.getCount(); i++) {
                    if (multipart.getBodyPart(i) instanceof MimeBodyPart inner) {
                        visit(inner, depth + 1);
                    }
                }
            }
            if (parts > before && !isEmpty()) {
                return;
            }
        } catch (MessagingException | IOException | RuntimeException e) {
            // A broken structure is still text that a person can read.
        }
        plain.add(content(part));
    }

    private String content(MimePart part) {
        Optional<String> charset = charset(part);
        try (InputStream in = part.getInputStream()) {
            return text(in, charset);
        } catch (MessagingException | IOException | RuntimeException e) {
            return raw(part, charset);
        }
    }

    private String text(InputStream in, Optional<String> charset) throws IOException {
        byte[] bytes = in.readNBytes(Math.min(LONGEST, room));
        room -= bytes.length;
        return MailCharset.decode(bytes, charset);
    }

    private String raw(MimePart part, Optional<String> charset) {
        try (InputStream in = part instanceof MimeMessage message
                ? message.getRawInputStream()
                : ((MimeBodyPart) part).getRawInputStream()) {
            return text(in, charset);
        } catch (MessagingException | IOException | RuntimeException e) {
            return "";
        }
    }

    private static String name(MimePart part) {
        try {
            String name = part instanceof MimeBodyPart body ? body.getFileName() : null;
            return name == null || name.isBlank() ? "file" : EncodedWords.decode(name);
        } catch (MessagingException | RuntimeException e) {
            return "file";
        }
    }

    private static boolean isAttachment(MimePart part) {
        try {
            String disposition = Optional.ofNullable(part.getHeader("Content-Disposition", null))
                    .orElse("");
            return disposition.toLowerCase(Locale.ROOT).strip().startsWith(Part.ATTACHMENT);
        } catch (MessagingException e) {
            return false;
        }
    }

    private static String type(MimePart part) {
        String value = contentType(part);
        int end = value.indexOf(';');
        String type = (end < 0 ? value : value.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return type.matches("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,90}") ? type : "text/plain";
    }

    private static Optional<String> charset(MimePart part) {
        try {
            return Optional.ofNullable(new ContentType(contentType(part)).getParameter("charset"));
        } catch (MessagingException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static String contentType(MimePart part) {
        try {
            return Optional.ofNullable(part.getHeader("Content-Type", null)).orElse("text/plain");
        } catch (MessagingException e) {
            return "text/plain";
        }
    }
}
