package jo.sawt.channels.sms;

import java.text.Normalizer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Desk;
import jo.sawt.ticketing.InboundMessage;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Messages;
import jo.sawt.ticketing.Receipt;

/**
 * Takes what a citizen sent, once: a word about the messages themselves becomes a consent, the digit that asks for more
 * brings the rest of the answer, and everything else goes to the desk. Returns only after the durable write.
 */
final class Intake {
    private static final Duration QUIET = Duration.ofHours(1);

    private final Desk desk;
    private final Correspondents correspondents;
    private final Notices notices;
    private final Deliveries deliveries;
    private final OwedMedia media;
    private final Webhooks webhooks;
    private final InstantSource clock;

    Intake(Desk desk, TwilioStore store, InstantSource clock) {
        this.desk = desk;
        this.correspondents = store.correspondents();
        this.notices = store.notices();
        this.deliveries = store.deliveries();
        this.media = store.media();
        this.webhooks = store.webhooks();
        this.clock = clock;
    }

    /**
     * Takes what a webhook brought; one of a token that was there before is taken for the message which that brought first, so
     * that it adds nothing. A message of its own that is held back by a token which is not is taken in by {@link
     * Reconciliation}, which asks for no token.
     */
    Outcome take(TwilioMessage message, Optional<String> token) {
        return take(token.map(given -> first(message, given)).orElse(message));
    }

    private TwilioMessage first(TwilioMessage message, String token) {
        Webhooks.Brought brought = new Webhooks.Brought(message.sid(), message.at());
        Webhooks.Brought first = webhooks.first(token, brought);
        if (!first.sid().equals(message.sid())) {
            TwilioMeters.renamed(message.from().channel());
        }
        return message.as(first);
    }

    /** Throws {@link jo.sawt.ticketing.DeskUnavailable} when nothing was stored. */
    Outcome take(TwilioMessage message) {
        if (message.from().channel() == Channel.WHATSAPP) {
            correspondents.heard(message.from(), message.at());
        }
        Outcome outcome = taken(message);
        TwilioMeters.received(message.from().channel(), outcome.wire());
        return outcome;
    }

    private Outcome taken(TwilioMessage message) {
        if (message.picked().isEmpty()) {
            if (aboutConsent(message)) {
                return withoutMedia(message, Outcome.KEYWORD);
            }
            if (message.media().isEmpty() && wantsMore(message)) {
                return Outcome.MORE;
            }
        }
        if (message.isEmpty()) {
            return Outcome.EMPTY;
        }
        Receipt receipt =
                desk.receive(new InboundMessage(message.from(), message.key(), message.content(), Optional.empty()));
        return switch (receipt) {
            case Receipt.Accepted accepted -> withMedia(message, Outcome.ACCEPTED);
            // whoever stored it may not have lived to owe its media
            case Receipt.Duplicate duplicate -> withMedia(message, Outcome.DUPLICATE);
            case Receipt.Refused refused -> withoutMedia(message, refused(message, refused.code()));
        };
    }

    private static Outcome withoutMedia(TwilioMessage message, Outcome outcome) {
        message.media().forEach(medium -> TwilioMeters.media(medium.from().channel(), outcome.wire()));
        return outcome;
    }

    private Outcome withMedia(TwilioMessage message, Outcome outcome) {
        message.media().forEach(medium -> media.owe(medium, clock.instant()));
        return outcome;
    }

    private boolean aboutConsent(TwilioMessage message) {
        Optional<Keyword.Said> word = Keyword.of(message.text());
        Optional<Keyword> keyword = message.optOut().or(() -> word.map(Keyword.Said::keyword));
        if (keyword.isEmpty()) {
            return false;
        }
        Lang lang = word.map(Keyword.Said::lang).orElse(message.lang());
        switch (keyword.get()) {
            case STOP -> correspondents.consent(message.from(), new Consent(false, message.at(), message.key()));
            case START -> correspondents.consent(message.from(), new Consent(true, message.at(), message.key()));
            case HELP -> {}
        }
        boolean byTwilio = message.optOut().isPresent()
                || (message.from().channel() == Channel.SMS && lang == Lang.EN && word.isPresent());
        if (!byTwilio) {
            owe(message, lang, Messages.text(lang, keyword.get().message()), true);
        }
        return true;
    }

    private boolean wantsMore(TwilioMessage message) {
        String typed =
                Normalizer.normalize(message.text(), Normalizer.Form.NFKC).strip();
        if (typed.length() != 1 || Character.digit(typed.charAt(0), 10) < 0) {
            return false;
        }
        if (notices.owes(message.key()) || deliveries.find(message.key()).isPresent()) {
            return true;
        }
        Optional<Rest> kept = correspondents.find(message.from()).rest();
        String digit = Integer.toString(Character.digit(typed.charAt(0), 10));
        if (kept.isEmpty() || !kept.get().isAskedFor(digit, message.at())) {
            return false;
        }
        Rest rest = kept.get();
        Part part = new Rendering(rest.text(), rest.lang(), rest.more())
                .firstPart(message.from().channel());
        owe(message, rest.lang(), part.text(), false);
        correspondents.advance(
                message.from(), rest, new Rest(message.key(), part.rest(), rest.lang(), rest.more(), clock.instant()));
        return true;
    }

    private Outcome refused(TwilioMessage message, String code) {
        if (correspondents.mayTell(message.from(), clock.instant(), QUIET)) {
            owe(message, message.lang(), Messages.text(message.lang(), code), false);
        }
        return Outcome.REFUSED;
    }

    private void owe(TwilioMessage message, Lang lang, String text, boolean always) {
        notices.owe(new Notices.Notice(message.key(), message.from(), lang, text, always, 0), clock.instant());
    }

    /** What became of a message. */
    enum Outcome {
        ACCEPTED,
        DUPLICATE,
        REFUSED,
        KEYWORD,
        MORE,
        EMPTY;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
