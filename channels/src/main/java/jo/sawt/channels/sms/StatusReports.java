package jo.sawt.channels.sms;

import java.time.InstantSource;
import java.util.Optional;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Contact;
import jo.sawt.ticketing.Returns;

/** Takes what Twilio reports of messages that went out; each moves forward only. */
final class StatusReports {
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
     */
    void take(Optional<String> id, TwilioForm form) {
        Optional<DeliveryStatus> status =
                form.field("MessageStatus").or(() -> form.field("SmsStatus")).flatMap(DeliveryStatus::parse);
        Optional<String> sid = form.field("MessageSid").or(() -> form.field("SmsSid"));
        if (id.isEmpty() || sid.isEmpty() || status.isEmpty()) {
            return;
        }
        Optional<String> error = form.field("ErrorCode").filter(code -> code.matches("[0-9]{3,6}"));
        if (deliveries.report(id.get(), new Deliveries.Report(sid.get(), status.get(), error), clock.instant())) {
            moved(form, status.get(), error);
            if (status.get().failed()) {
                returns.returned(
                        id.get(),
                        error.map(code -> Verdict.name(Integer.valueOf(code), 0))
                                .orElse("twilio-" + status.get().wire()));
            }
        }
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
