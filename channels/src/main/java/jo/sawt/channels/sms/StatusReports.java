package jo.sawt.channels.sms;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Contact;
import jo.sawt.ticketing.Returns;

/** Takes what Twilio reports of messages that went out; each moves forward only. */
final class StatusReports {
    /** A handset that is off may be on again in 10 minutes, 40, or not quite three hours. */
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(10);

    private static final int AGAIN_AT_MOST = 3;

    private final Deliveries deliveries;
    private final Correspondents correspondents;
    private final Returns returns;
    private final InstantSource clock;

    StatusReports(Deliveries deliveries, Correspondents correspondents, Returns returns, InstantSource clock) {
        this.deliveries = deliveries;
        this.correspondents = correspondents;
        this.returns = returns;
        this.clock = clock;
    }

    /**
     * Takes one report.
     *
     * @param id our own id of the message, which the address of the callback carries
     * @return whether it told anything new
     */
    boolean take(Optional<String> id, TwilioForm form) {
        Optional<DeliveryStatus> status =
                form.field("MessageStatus").or(() -> form.field("SmsStatus")).flatMap(DeliveryStatus::parse);
        Optional<String> sid = form.field("MessageSid").or(() -> form.field("SmsSid"));
        if (id.isEmpty() || sid.isEmpty() || status.isEmpty()) {
            return false;
        }
        Optional<String> error = form.field("ErrorCode").filter(code -> code.matches("[0-9]{3,6}"));
        Deliveries.Report report = new Deliveries.Report(sid.get(), status.get(), error);
        if (!deliveries.isNews(id.get(), report)) {
            return false;
        }
        // first the ticket, so that a repeat after a crash in between still tells staff
        if (status.get().failed() && cameBack(id.get(), report)) {
            moved(form, status.get(), error);
            return true;
        }
        boolean moves = deliveries.report(id.get(), report, clock.instant());
        if (moves) {
            moved(form, status.get(), error);
        }
        return moves;
    }

    /** Whether it is owed again; else it is told to staff. */
    private boolean cameBack(String id, Deliveries.Report report) {
        String code = report.error()
                .map(error -> Verdict.name(Integer.valueOf(error), 0))
                .orElse("twilio-" + report.status().wire());
        int before = deliveries.cameBack(id);
        boolean passes = report.error().isPresent()
                && Verdict.of(Integer.parseInt(report.error().get())) == Verdict.LATER;
        if (passes && before < AGAIN_AT_MOST && returns.again(id, code, AGAIN_AFTER.multipliedBy(1L << (2 * before)))) {
            deliveries.again(id, report.sid());
            return true;
        }
        returns.returned(id, code);
        return false;
    }

    private void moved(TwilioForm form, DeliveryStatus status, Optional<String> error) {
        String to = form.field("To").orElse("");
        Channel channel = to.startsWith("whatsapp:") ? Channel.WHATSAPP : Channel.SMS;
        TwilioMeters.status(channel, status);
        if (status.failed()) {
            TwilioMeters.failed(channel, error.orElse("none"));
            boolean stopped = error.isPresent() && Verdict.of(Integer.parseInt(error.get())) == Verdict.OPTED_OUT;
            if (stopped) {
                PhoneNumber.parse(to)
                        .ifPresent(number -> correspondents.consent(
                                new Contact(channel, number.value()),
                                new Consent(false, clock.instant(), Consent.PROVIDER)));
            }
        }
    }
}
