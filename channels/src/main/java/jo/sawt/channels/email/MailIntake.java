package jo.sawt.channels.email;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Contact;
import jo.sawt.ticketing.Desk;
import jo.sawt.ticketing.InboundMessage;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Messages;
import jo.sawt.ticketing.Receipt;

/** Takes a letter, once: to the desk, or whole into quarantine. Returns only after the durable write. */
final class MailIntake {
    private static final Pattern ANSWER = Pattern.compile(
            "^[\\p{Cf}\\s]*(?:re|fw|fwd|رد|الرد|إعادة توجيه|اعادة توجيه)[\\p{Cf}\\s]*[:：].*", Pattern.CASE_INSENSITIVE);
    private static final int MOST_REFERENCES = 20;

    private final Desk desk;
    private final MailStore store;
    private final String own;
    private final InstantSource clock;

    MailIntake(Desk desk, MailStore store, String own, InstantSource clock) {
        this.desk = desk;
        this.store = store;
        this.own = own;
        this.clock = clock;
    }

    /** Throws {@link jo.sawt.ticketing.DeskUnavailable} when nothing was stored. */
    String take(byte[] raw) {
        String outcome = taken(raw);
        MailMeters.received(outcome);
        return outcome;
    }

    private String taken(byte[] raw) {
        Letter letter;
        try {
            letter = LetterReader.read(raw);
        } catch (RuntimeException e) {
            return kept(hash(new String(raw, StandardCharsets.ISO_8859_1)), "unreadable", raw);
        }
        String key = key(letter, raw);
        String text = words(letter);
        if (letter.machine().isPresent()) {
            return kept(key, letter.machine().get(), raw);
        }
        if (letter.from().isEmpty() || letter.from().get().equals(own)) {
            return kept(key, "sender", raw);
        }
        if (text.isBlank()) {
            return kept(key, "empty", raw);
        }
        Contact contact = new Contact(Channel.EMAIL, letter.from().get());
        letter.messageId().ifPresent(id -> store.threads().heard(contact, heard(id, raw, letter)));
        Receipt receipt = desk.receive(
                new InboundMessage(contact, key, new InboundMessage.Content.Words(text), Optional.empty()));
        return switch (receipt) {
            case Receipt.Accepted accepted -> "accepted";
            case Receipt.Duplicate duplicate -> "duplicate";
            case Receipt.Refused refused -> kept(key, refused.code(), raw);
        };
    }

    private String kept(String key, String reason, byte[] raw) {
        store.quarantine().keep(key, reason, raw, clock.instant());
        return reason;
    }

    /** By its own id together with the sender, so that nobody keeps a letter out by sending its id first. */
    private static String key(Letter letter, byte[] raw) {
        String id = letter.messageId().orElseGet(() -> new String(raw, StandardCharsets.ISO_8859_1));
        return hash(letter.from().orElse("") + "\n" + id);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "email:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String words(Letter letter) {
        List<String> lines = new ArrayList<>();
        boolean answer = ANSWER.matcher(letter.subject()).matches();
        String text = answer ? ReplyText.of(letter.text()) : letter.text();
        if (!answer && !letter.subject().isBlank() && !text.startsWith(letter.subject())) {
            lines.add(letter.subject());
        }
        if (!text.isBlank()) {
            lines.add(text);
        }
        Lang lang = text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC)
                        || text.isBlank()
                ? Lang.AR
                : Lang.EN;
        int count = letter.attachments().size();
        if (count > 0) {
            String types = String.join(", ", letter.attachments().subList(0, Math.min(count, 10)));
            lines.add(Messages.text(lang, "mail.attachments", Integer.toString(count), types));
        }
        return shortened(String.join("\n", lines), lang);
    }

    private static String shortened(String text, Lang lang) {
        String note = "\n" + Messages.text(lang, "mail.longer");
        if (text.length() <= InboundMessage.LONGEST) {
            return text;
        }
        int end = InboundMessage.LONGEST - note.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + note;
    }

    private static MailThreads.Heard heard(String id, byte[] raw, Letter letter) {
        List<String> references = LetterReader.references(raw);
        int from = Math.max(0, references.size() - MOST_REFERENCES);
        List<String> all = new ArrayList<>(references.subList(from, references.size()));
        all.remove(id);
        all.add(id);
        return new MailThreads.Heard(id, String.join(" ", all), letter.subject());
    }
}
