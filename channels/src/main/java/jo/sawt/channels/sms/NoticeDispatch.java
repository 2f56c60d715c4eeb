package jo.sawt.channels.sms;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Delivery;

/** Sends the channel's own short texts. */
final class NoticeDispatch {
    private static final System.Logger LOG = System.getLogger(NoticeDispatch.class.getName());
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int MOST_ATTEMPTS = 12;

    private final Notices notices;
    private final TwilioSender sms;
    private final TwilioSender whatsapp;
    private final InstantSource clock;

    NoticeDispatch(Notices notices, TwilioSender sms, TwilioSender whatsapp, InstantSource clock) {
        this.notices = notices;
        this.sms = sms;
        this.whatsapp = whatsapp;
        this.clock = clock;
    }

    /** One pass: all that is due. */
    void runDue() {
        for (Optional<Notices.Notice> notice = next(); notice.isPresent(); notice = next()) {
            send(notice.get());
        }
    }

    private Optional<Notices.Notice> next() {
        return notices.claim(clock.instant(), LEASE);
    }

    private void send(Notices.Notice notice) {
        TwilioSender sender = notice.to().channel() == Channel.WHATSAPP ? whatsapp : sms;
        switch (sender.send(notice)) {
            case Delivery.Sent sent -> notices.done(notice.id());
            case Delivery.Rejected rejected -> drop(notice, rejected.code());
            case Delivery.Held held -> notices.held(notice.id(), clock.instant().plus(held.after()));
            case Delivery.Deferred deferred -> {
                if (notice.attempt() >= MOST_ATTEMPTS) {
                    drop(notice, deferred.code());
                } else {
                    Instant due = clock.instant().plus(deferred.after());
                    notices.again(notice.id(), due);
                }
            }
        }
    }

    private void drop(Notices.Notice notice, String code) {
        LOG.log(System.Logger.Level.WARNING, "notice {0} is given up: {1}", notice.id(), code);
        notices.done(notice.id());
    }
}
