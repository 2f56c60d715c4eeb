package jo.sawt.channels.sms;

import com.twilio.exception.TwilioException;
import com.twilio.rest.api.v2010.account.Message;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jo.sawt.ticketing.Channel;

/**
 * Compares the provider's list of messages with what is stored, window by window, both ways: a message that never reached us
 * is taken in with its media, since a webhook that failed is not sent again (https://www.twilio.com/docs/api/errors/11200),
 * and a message of ours whose status callback was lost moves on. Taking in what is stored already changes nothing, so windows
 * overlap, and a window that was not read to its end is read again. Prices are only in that list, or, where they came later, in
 * the message itself.
 */
final class Reconciliation {
    private static final System.Logger LOG = System.getLogger(Reconciliation.class.getName());
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration OVERLAP = Duration.ofMinutes(15);
    /** Younger messages may still be on their way by webhook. */
    private static final Duration YOUNG = Duration.ofMinutes(1);
    /** How old a message is when its price is asked for again; after the last it is given up. */
    private static final List<Duration> PRICE_LOOKS =
            List.of(Duration.ofHours(2), Duration.ofHours(12), Duration.ofHours(48));

    private static final int PRICES_AT_ONCE = 100;

    private final TwilioApi api;
    private final Intake intake;
    private final StatusReports reports;
    private final TwilioStore store;
    private final InstantSource clock;

    Reconciliation(TwilioApi api, Intake intake, StatusReports reports, TwilioStore store, InstantSource clock) {
        this.api = api;
        this.intake = intake;
        this.reports = reports;
        this.store = store;
        this.clock = clock;
    }

    /** One pass, where it is due; a failure leaves the window for the next. */
    void runDue() {
        Instant now = clock.instant();
        Optional<Instant> since = store.progress().claim(now, LEASE);
        if (since.isEmpty()) {
            return;
        }
        try {
            compare(since.get(), now);
            price(now);
        } catch (TwilioException | Throttled e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the list of messages could not be read: {0}",
                    e.getClass().getSimpleName());
        }
    }

    private void compare(Instant since, Instant now) {
        Instant until = now.minus(YOUNG);
        int recovered = 0;
        for (Message message : api.between(since.minus(OVERLAP), until)) {
            recovered += isStored(message) ? 0 : 1;
        }
        if (recovered > 0) {
            LOG.log(System.Logger.Level.WARNING, "messages that no webhook brought: {0}", recovered);
        }
        store.progress().reached(until, now.plus(EVERY));
    }

    /** Whether nothing had to be fetched. */
    private boolean isStored(Message message) {
        String found = message.getDirection() == Message.Direction.INBOUND ? received(message) : sent(message);
        TwilioMeters.compared(channel(message), found);
        return !found.equals("recovered");
    }

    private String received(Message message) {
        store.deliveries().received(message.getSid(), sentAt(message));
        priced(message);
        Optional<TwilioMessage> read = TwilioMessage.from(form(message), sentAt(message));
        if (read.isEmpty()) {
            return "machine";
        }
        boolean missed = intake.take(read.get()) == Intake.Outcome.ACCEPTED;
        if (missed) {
            TwilioMeters.recovered(read.get().from().channel());
        }
        return missed ? "recovered" : "known";
    }

    private String sent(Message message) {
        Optional<String> id = store.deliveries().idOf(message.getSid());
        if (id.isEmpty()) {
            return "foreign";
        }
        priced(message);
        return reports.take(id, status(message)) ? "moved" : "known";
    }

    private static TwilioForm status(Message message) {
        Map<String, String> fields = new HashMap<>();
        fields.put("MessageSid", message.getSid());
        put(fields, "MessageStatus", message.getStatus());
        put(fields, "ErrorCode", message.getErrorCode());
        put(fields, "To", message.getTo());
        return new TwilioForm(fields);
    }

    private static Channel channel(Message message) {
        String from = String.valueOf(message.getFrom());
        return from.startsWith("whatsapp:") || String.valueOf(message.getTo()).startsWith("whatsapp:")
                ? Channel.WHATSAPP
                : Channel.SMS;
    }

    private Instant sentAt(Message message) {
        if (message.getDateSent() != null) {
            return message.getDateSent().toInstant();
        }
        return message.getDateCreated() != null ? message.getDateCreated().toInstant() : clock.instant();
    }

    private TwilioForm form(Message message) {
        Map<String, String> fields = new HashMap<>();
        fields.put("MessageSid", message.getSid());
        put(fields, "From", message.getFrom());
        put(fields, "Body", message.getBody());
        if (message.getNumMedia() != null && !message.getNumMedia().equals("0")) {
            List<String> urls = api.media(message.getSid());
            fields.put("NumMedia", String.valueOf(urls.size()));
            for (int i = 0; i < urls.size(); i++) {
                fields.put("MediaUrl" + i, urls.get(i));
            }
        }
        return new TwilioForm(fields);
    }

    private static void put(Map<String, String> fields, String name, @org.jspecify.annotations.Nullable Object value) {
        if (value != null) {
            fields.put(name, value.toString());
        }
    }

    /** Asks for the prices that no list has told. */
    private void price(Instant now) {
        List<Deliveries.Unpriced> sent = store.deliveries().unpriced(false, now, PRICES_AT_ONCE);
        sent.forEach(unpriced -> price(unpriced, false, PRICE_LOOKS, now));
        int left = PRICES_AT_ONCE - sent.size();
        if (left > 0) {
            store.deliveries().unpriced(true, now, left).forEach(unpriced -> price(unpriced, true, List.of(), now));
        }
    }

    private void price(Deliveries.Unpriced unpriced, boolean received, List<Duration> looks, Instant now) {
        if (!priced(api.fetch(unpriced.sid()))) {
            Optional<Instant> again = looks.stream()
                    .map(unpriced.firstAt()::plus)
                    .filter(now::isBefore)
                    .findFirst();
            store.deliveries().priceAgain(unpriced.sid(), again);
            if (again.isEmpty()) {
                TwilioMeters.unpriced(received);
            }
        }
    }

    /** Whether it has a price, which is then counted once. */
    private boolean priced(Message message) {
        if (message.getPrice() == null || message.getPriceUnit() == null) {
            return false;
        }
        if (store.deliveries().price(message.getSid(), message.getPrice())) {
            TwilioMeters.cost(
                    channel(message),
                    message.getDirection() == Message.Direction.INBOUND,
                    new BigDecimal(message.getPrice()),
                    message.getPriceUnit().getCurrencyCode());
        }
        return true;
    }
}
