package jo.sawt.channels.sms;

import com.twilio.exception.TwilioException;
import com.twilio.rest.api.v2010.account.Message;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the provider's list of messages with what is stored, window by window, and takes in what never reached us: a
 * webhook that failed is not sent again (https://www.twilio.com/docs/api/errors/11200). Taking in what is stored already
 * changes nothing, so windows overlap. The price of what was sent is only in that list, too.
 */
final class Reconciliation {
    private static final System.Logger LOG = System.getLogger(Reconciliation.class.getName());
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration OVERLAP = Duration.ofMinutes(15);
    /** Younger messages may still be on their way by webhook. */
    private static final Duration YOUNG = Duration.ofMinutes(1);

    private final TwilioApi api;
    private final Intake intake;
    private final TwilioStore store;
    private final InstantSource clock;

    Reconciliation(TwilioApi api, Intake intake, TwilioStore store, InstantSource clock) {
        this.api = api;
        this.intake = intake;
        this.store = store;
        this.clock = clock;
    }

    /** One pass, where it is due; a failure leaves the window for the next. */
    void runDue() {
        Instant now = clock.instant();
        Optional<Instant> since = store.progress().claim(now, LEASE);
        if (since.isPresent()) {
            compare(since.get(), now);
        }
    }

    private void compare(Instant since, Instant now) {
        Instant until = now.minus(YOUNG);
        try {
            int recovered = 0;
            for (Message message : api.between(since.minus(OVERLAP), until)) {
                if (message.getDirection() == Message.Direction.INBOUND) {
                    recovered += recover(message) ? 1 : 0;
                } else {
                    price(message);
                }
            }
            if (recovered > 0) {
                LOG.log(System.Logger.Level.WARNING, "messages that no webhook brought: {0}", recovered);
            }
            store.progress().reached(until, now.plus(EVERY));
        } catch (TwilioException | Throttled e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the list of messages could not be read: {0}",
                    e.getClass().getSimpleName());
        }
    }

    private boolean recover(Message message) {
        Optional<TwilioMessage> read = TwilioMessage.from(form(message), sentAt(message));
        if (read.isEmpty() || intake.take(read.get()) != Intake.Outcome.ACCEPTED) {
            return false;
        }
        TwilioMeters.recovered(read.get().from().channel());
        return true;
    }

    private Instant sentAt(Message message) {
        if (message.getDateSent() != null) {
            return message.getDateSent().toInstant();
        }
        return message.getDateCreated() != null ? message.getDateCreated().toInstant() : clock.instant();
    }

    private static TwilioForm form(Message message) {
        Map<String, String> fields = new HashMap<>();
        fields.put("MessageSid", message.getSid());
        put(fields, "From", message.getFrom());
        put(fields, "Body", message.getBody());
        put(fields, "NumMedia", message.getNumMedia());
        return new TwilioForm(fields);
    }

    private static void put(Map<String, String> fields, String name, @org.jspecify.annotations.Nullable Object value) {
        if (value != null) {
            fields.put(name, value.toString());
        }
    }

    private void price(Message message) {
        if (message.getPrice() != null
                && message.getPriceUnit() != null
                && store.deliveries().price(message.getSid(), message.getPrice())) {
            TwilioMeters.cost(
                    new BigDecimal(message.getPrice()), message.getPriceUnit().getCurrencyCode());
        }
    }
}
