package jo.sawt.ticketing;

import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Codes by which a citizen proves that a ticket is theirs: six digits for ten minutes, sent to where the ticket came from. They
 * go to the channel at once and not by the outbox, whose messages stay in the timeline; one that is lost is asked for again.
 * A chat session is a proof itself and gets none; a number that called gets its code by SMS.
 */
public final class TrackingCodes {
    private static final Logger LOG = System.getLogger(TrackingCodes.class.getName());
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Pattern FORM = Pattern.compile("\\p{Nd}{6}");
    private static final int LAST_DIGITS = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Codes codes;
    private final Tickets tickets;
    private final Map<Channel, ChannelSender> senders = new EnumMap<>(Channel.class);
    private final InstantSource time;
    private final Passwords hashes = new Passwords();

    public TrackingCodes(Codes codes, Tickets tickets, List<ChannelSender> senders, InstantSource time) {
        this.codes = codes;
        this.tickets = tickets;
        this.time = time;
        senders.forEach(sender -> this.senders.put(sender.channel(), sender));
    }

    /** Sends a code if the ticket is known, can be reached and has not had too many; the caller is never told which. */
    public void issue(Reference reference) {
        Optional<Ticket> ticket = holder(reference);
        Optional<Contact> to = ticket.flatMap(TrackingCodes::reached);
        Optional<ChannelSender> sender = to.flatMap(contact -> Optional.ofNullable(senders.get(contact.channel())));
        if (ticket.isEmpty() || to.isEmpty() || sender.isEmpty()) {
            count("unreached");
            return;
        }
        String code = String.format(Locale.ROOT, "%06d", RANDOM.nextInt(1_000_000));
        Instant now = time.instant();
        if (!codes.put(ticket.get().reference(), hash(code), now.plus(LIFE), now)) {
            count("too-many");
            return;
        }
        count(send(sender.get(), ticket.get(), to.get(), code));
    }

    private static String send(ChannelSender sender, Ticket ticket, Contact to, String code) {
        String text = Messages.text(
                ticket.matter().lang(),
                "tracking.code",
                code,
                ticket.reference().value());
        try {
            Delivery delivery = sender.send(new OutboundMessage(
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

    /** The proof that a right code stands for, which {@link Tracking} knows; empty where it is wrong, over or no code. */
    public Optional<String> redeem(Reference reference, String given) {
        if (!FORM.matcher(given.strip()).matches()) {
            return Optional.empty();
        }
        Optional<Ticket> ticket = holder(reference);
        Optional<PasswordHash> code = ticket.flatMap(it -> codes.tried(it.reference(), time.instant()));
        if (code.isEmpty() || !hashes.matches(digits(given), code.get())) {
            count("wrong");
            return Optional.empty();
        }
        codes.proved(ticket.orElseThrow().reference());
        count("right");
        return ticket.map(it -> proof(it.talk().contact()));
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

    private static Optional<Contact> reached(Ticket ticket) {
        Contact contact = ticket.talk().contact();
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
