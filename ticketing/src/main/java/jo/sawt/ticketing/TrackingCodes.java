package jo.sawt.ticketing;

import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;

/**
 * Codes by which a citizen proves that a ticket is theirs: six digits for ten minutes, sent to where the ticket came from. They
 * go to the channel at once and not by the outbox, whose messages stay in the timeline; one that is lost is asked for again.
 * A chat session is a proof itself and is shown its code where it asks for one; a number that called gets it by SMS.
 */
public final class TrackingCodes {
    private static final Logger LOG = System.getLogger(TrackingCodes.class.getName());
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Duration PASS_LIFE = Duration.ofMinutes(30);
    private static final Pattern PASS = Pattern.compile("pass-[0-9a-f]{32}");
    private static final Pattern FORM = Pattern.compile("\\p{Nd}{6}");
    private static final int LAST_DIGITS = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Codes codes;
    private final Tickets tickets;
    private final Map<Channel, ChannelSender> senders = new EnumMap<>(Channel.class);
    private final InstantSource time;
    private final Executor aside;
    private final Passwords hashes = new Passwords();

    public TrackingCodes(Codes codes, Tickets tickets, List<ChannelSender> senders, InstantSource time) {
        this(
                codes,
                tickets,
                senders,
                time,
                task -> Thread.ofVirtual().name("tracking-code").start(task));
    }

    /** Looks up, hashes and sends where {@code aside} runs it. */
    TrackingCodes(Codes codes, Tickets tickets, List<ChannelSender> senders, InstantSource time, Executor aside) {
        this.aside = aside;
        this.codes = codes;
        this.tickets = tickets;
        this.time = time;
        senders.forEach(sender -> this.senders.put(sender.channel(), sender));
    }

    /**
     * Sends a code if the ticket is known, can be reached and has not had too many. Returns at once in any case, and the
     * caller is never told which: what is looked up, hashed and sent is done aside.
     */
    public void issue(Reference reference) {
        aside.execute(() -> {
            try {
                count(issued(reference));
            } catch (DeskUnavailable e) {
                count("failed");
                LOG.log(Level.WARNING, "the store is away; a code was not sent");
            }
        });
    }

    private String issued(Reference reference) {
        Optional<Ticket> ticket = holder(reference);
        Optional<Contact> to = ticket.flatMap(this::reached);
        if (ticket.isEmpty() || to.isEmpty()) {
            return "unreached";
        }
        Optional<OneTimeCode.Shown> code = made(ticket.get().reference());
        return code.isEmpty()
                ? "too-many"
                : send(
                        Objects.requireNonNull(senders.get(to.get().channel())),
                        ticket.get(),
                        to.get(),
                        code.get().code());
    }

    /** Makes a code for who has shown already that the ticket is theirs. */
    OneTimeCode show(Reference reference) {
        Optional<Ticket> ticket = holder(reference);
        if (ticket.isEmpty()) {
            return new OneTimeCode.Nothing();
        }
        Optional<OneTimeCode.Shown> code = made(ticket.get().reference());
        count(code.isPresent() ? "shown" : "too-many");
        return code.<OneTimeCode>map(it -> it).orElseGet(OneTimeCode.TooMany::new);
    }

    private Optional<OneTimeCode.Shown> made(Reference ticket) {
        String code = String.format(Locale.ROOT, "%06d", RANDOM.nextInt(1_000_000));
        Instant now = time.instant();
        Instant expires = now.plus(LIFE);
        return codes.put(ticket, hash(code), expires, now)
                ? Optional.of(new OneTimeCode.Shown(ticket, code, expires))
                : Optional.empty();
    }

    private static String send(ChannelSender sender, Ticket ticket, Contact to, String code) {
        String text = Messages.text(
                ticket.matter().lang(),
                "tracking.code",
                code,
                ticket.reference().value());
        try {
            Delivery delivery = sender.sendNow(new OutboundMessage(
                    ticket.reference() + "-code-" + AttachmentId.random(),
                    1,
                    ticket.reference(),
                    to,
                    ticket.matter().lang(),
                    Author.SYSTEM,
                    Reply.of(text)));
            return switch (delivery) {
                case Delivery.Sent sent -> "sent";
                case Delivery.Deferred deferred -> "deferred";
                case Delivery.Held held -> "held";
                case Delivery.Rejected rejected -> "rejected";
            };
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "a code of ticket " + ticket.reference() + " was not sent: "
                            + e.getClass().getSimpleName());
            return "failed";
        }
    }

    /**
     * The proof that a right code stands for, which {@link Tracking} knows; empty where it is wrong, over, used or no code.
     * A code is good once: with it comes a pass that stands for the same for half an hour.
     */
    public Optional<Proven> redeem(Reference reference, String given) {
        String plain = given.strip();
        if (PASS.matcher(plain).matches()) {
            return holder(reference)
                    .filter(ticket -> codes.passes(ticket.reference(), fingerprint(plain), time.instant()))
                    .map(ticket -> new Proven(proof(ticket.talk().contact()), Optional.empty()));
        }
        String pass = "pass-" + HexFormat.of().formatHex(random());
        return used(reference, plain, fingerprint(pass))
                .map(ticket -> new Proven(proof(ticket.talk().contact()), Optional.of(pass)));
    }

    /**
     * What a code has proved.
     *
     * @param proof as {@link Tracking} knows it
     * @param pass to be shown instead of the code from now on, where a code was
     */
    public record Proven(String proof, Optional<String> pass) {
        @Override
        public String toString() {
            return "…";
        }
    }

    /** Whether a code is the right one, which uses it up. */
    boolean proves(Reference reference, String given) {
        return used(reference, given.strip(), fingerprint(HexFormat.of().formatHex(random())))
                .isPresent();
    }

    private Optional<Ticket> used(Reference reference, String given, String pass) {
        if (!FORM.matcher(given).matches()) {
            return Optional.empty();
        }
        Instant now = time.instant();
        Optional<Ticket> ticket = holder(reference);
        Optional<PasswordHash> code = ticket.flatMap(it -> codes.tried(it.reference(), now));
        if (code.isEmpty()) {
            hashes.checkNobody(digits(given)); // as long as for one that there is
        }
        boolean right = code.filter(it -> hashes.matches(digits(given), it)).isPresent();
        if (!right || !codes.use(ticket.orElseThrow().reference(), code.get(), pass, now.plus(PASS_LIFE))) {
            count("wrong");
            return Optional.empty();
        }
        count("right");
        return ticket;
    }

    private static byte[] random() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static String fingerprint(String pass) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(pass.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public void removeExpired() {
        codes.removeExpired(time.instant());
    }

    private PasswordHash hash(String code) {
        return hashes.hash(new Password(padded(code)));
    }

    /** The ticket that holds the matter now. */
    private Optional<Ticket> holder(Reference reference) {
        Optional<Ticket> at = tickets.find(reference);
        while (at.flatMap(ticket -> ticket.talk().links().mergedInto()).isPresent()) {
            at = at.flatMap(ticket -> ticket.talk().links().mergedInto()).flatMap(tickets::find);
        }
        return at;
    }

    /** The first of its contacts that something can be sent to. */
    private Optional<Contact> reached(Ticket ticket) {
        return ticket.talk().line().all().stream()
                .flatMap(contact -> reached(contact).stream())
                .filter(contact -> senders.containsKey(contact.channel()))
                .findFirst();
    }

    private static Optional<Contact> reached(Contact contact) {
        return switch (contact.channel()) {
            case SMS, WHATSAPP, EMAIL -> Optional.of(contact);
            case PHONE ->
                contact.address().startsWith("+")
                        ? Optional.of(new Contact(Channel.SMS, contact.address()))
                        : Optional.empty();
            case WEB, COUNTER, OPEN311 -> Optional.empty();
        };
    }

    private static String proof(Contact contact) {
        String address = contact.address();
        return switch (contact.channel()) {
            case SMS, WHATSAPP, PHONE -> address.substring(Math.max(0, address.length() - LAST_DIGITS));
            case EMAIL, WEB, COUNTER, OPEN311 -> address;
        };
    }

    /** Digits of any script as those of a code. */
    private static String digits(String given) {
        StringBuilder digits = new StringBuilder();
        given.strip().codePoints().map(point -> Character.digit(point, 10)).forEach(digits::append);
        return padded(digits.toString());
    }

    private static String padded(String code) {
        return "code:" + code;
    }

    private static void count(String result) {
        Metrics.globalRegistry()
                .getOrCreate(Counter.builder("sawt_tracking_codes")
                        .description("Codes to track a ticket that were asked for or tried, by what became of it")
                        .tags(List.of(Tag.create("result", result))))
                .increment();
    }
}
