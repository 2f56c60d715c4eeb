package jo.sawt.channels.email;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import jo.sawt.ticketing.Desk;
import jo.sawt.ticketing.DeskUnavailable;
import jo.sawt.ticketing.Files;
import jo.sawt.ticketing.InboundMessage;
import jo.sawt.ticketing.Messages;
import jo.sawt.ticketing.Receipt;
import jo.sawt.ticketing.Reference;
import jo.sawt.ticketing.Returns;

/** Takes a letter, once: to the desk, or whole into quarantine. Returns only after the durable write. */
final class MailIntake {
    private static final System.Logger LOG = System.getLogger(MailIntake.class.getName());
    private static final int MOST_REFERENCES = 20;

    private final Desk desk;
    private final Files files;
    private final MailStore store;
    private final MailSettings settings;
    private final Threading threading;
    private final Reports reports;
    private final InstantSource clock;

    MailIntake(Desk desk, Returns returns, Files files, MailStore store, MailSettings settings, InstantSource clock) {
        this.desk = desk;
        this.files = files;
        this.store = store;
        this.settings = settings;
        Marks marks = new Marks(store.key().bytes(), settings);
        this.threading = new Threading(marks, store.sent(), store.threads());
        this.reports = new Reports(marks, store, returns, clock);
        this.clock = clock;
    }

    Taken take(byte[] raw) {
        try (RawLetter letter = RawLetter.of(raw)) {
            return take(letter);
        }
    }

    /** Throws {@link DeskUnavailable} when nothing was stored. */
    Taken take(RawLetter raw) {
        Taken taken;
        try {
            taken = raw.isMissing() ? kept(hash("", raw), "unfetched", raw) : read(raw, false);
        } catch (DeskUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "a letter could not be taken and is kept in quarantine: {0}",
                    e.getClass().getSimpleName());
            taken = kept(hash("", raw), "failed", raw);
        }
        MailMeters.received(taken.outcome());
        return taken;
    }

    /** Takes one that was kept, because somebody has seen that a person wrote it; throws what reading it throws. */
    Taken again(RawLetter raw) {
        Taken taken = read(raw, true);
        MailMeters.received("again-" + taken.outcome());
        return taken;
    }

    private Taken read(RawLetter raw, boolean person) {
        Letter letter = LetterReader.read(raw);
        String key = key(letter, raw);
        if (raw.isCut()) {
            return kept(key, "too-large", raw);
        }
        Optional<String> machine = letter.machine().filter(reason -> !person);
        Optional<String> report = reports.take(raw, letter);
        if (machine.isPresent() || report.isPresent()) {
            return kept(key, report.or(() -> machine).orElseThrow(), raw);
        }
        Optional<String> from = letter.from().filter(address -> !settings.isOwn(address));
        if (from.isEmpty()) {
            return kept(key, "sender", raw);
        }
        return Words.of(letter).isBlank() ? kept(key, "empty", raw) : received(letter, from.get(), key, raw);
    }

    private Taken received(Letter letter, String from, String key, RawLetter raw) {
        Threading.Place place = threading.place(letter, from);
        boolean other = !place.contact().address().equals(from);
        if (!other) {
            letter.messageId().ifPresent(id -> store.threads().heard(place.contact(), heard(id, letter)));
        }
        Enclosures enclosures = Enclosures.of(letter, files, place.contact().key());
        String words = Words.of(letter, enclosures.left());
        String text = other ? Messages.text(Words.lang(words), "mail.other-sender", from) + "\n" + words : words;
        Receipt receipt = desk.receive(new InboundMessage(
                place.contact(),
                key,
                new InboundMessage.Content.Words(Words.shortened(text, Words.lang(words)), enclosures.kept()),
                Optional.empty()));
        if (!(receipt instanceof Receipt.Accepted)) {
            files.discard(enclosures.kept());
        }
        return switch (receipt) {
            case Receipt.Accepted accepted -> {
                MailMeters.placed(place.sign());
                yield new Taken("accepted", Optional.of(accepted.ticket()));
            }
            case Receipt.Duplicate duplicate -> new Taken("duplicate", Optional.of(duplicate.ticket()));
            case Receipt.Refused refused -> kept(key, refused.code(), raw);
        };
    }

    private Taken kept(String key, String reason, RawLetter raw) {
        if (store.quarantine().keep(key, reason, raw, clock.instant())) {
            MailMeters.quarantined(reason);
        }
        return new Taken(reason, Optional.empty());
    }

    /** By its own id together with the sender, so that nobody keeps a letter out by sending its id first. */
    private static String key(Letter letter, RawLetter raw) {
        String from = letter.from().orElse("") + "\n";
        return letter.messageId().map(id -> hash(from + id)).orElseGet(() -> hash(from, raw));
    }

    private static String hash(String text) {
        return hash(text, RawLetter.of(new byte[0]));
    }

    private static String hash(String text, RawLetter raw) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            raw.write(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return "email:" + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MailThreads.Heard heard(String id, Letter letter) {
        List<String> references = letter.route().references();
        List<String> all = new ArrayList<>(
                references.subList(Math.max(0, references.size() - MOST_REFERENCES), references.size()));
        all.remove(id);
        all.add(id);
        return new MailThreads.Heard(id, String.join(" ", all), letter.subject());
    }

    /** What became of a letter: accepted, duplicate, or the reason why it is in quarantine. */
    record Taken(String outcome, Optional<Reference> ticket) {
        boolean isHeard() {
            return ticket.isPresent();
        }
    }
}
