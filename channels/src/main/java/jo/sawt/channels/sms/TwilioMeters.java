package jo.sawt.channels.sms;

import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Delivery;

/** The counters of the channel; none names a person. */
final class TwilioMeters {
    private TwilioMeters() {}

    static void received(Channel channel, String outcome) {
        count("sawt_twilio_messages_in", "Messages received, by what became of them", 1, channel, "outcome", outcome);
    }

    static void sent(Channel channel, Delivery delivery) {
        String outcome = delivery.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        count("sawt_twilio_messages_out", "Attempts to send, by how they went", 1, channel, "outcome", outcome);
    }

    static void segments(Channel channel, int segments) {
        count("sawt_twilio_segments_out", "SMS segments sent", segments, channel, "encoding", "all");
    }

    static void status(Channel channel, DeliveryStatus status) {
        count("sawt_twilio_statuses", "Moves of sent messages to a status", 1, channel, "status", status.wire());
    }

    static void failed(Channel channel, String error) {
        count("sawt_twilio_failures", "Sent messages that did not arrive, by error", 1, channel, "error", error);
    }

    static void rejectedSignature() {
        counter("sawt_twilio_signatures_rejected", "Webhooks refused for their signature", List.of())
                .increment();
    }

    static void outsideWindow(boolean byTemplate) {
        String went = byTemplate ? "template" : "refused";
        count("sawt_twilio_outside_window", "Answers after a day of silence", 1, Channel.WHATSAPP, "went", went);
    }

    static void recovered(Channel channel) {
        count(
                "sawt_twilio_messages_recovered",
                "Messages that only the provider's list told of",
                1,
                channel,
                "by",
                "list");
    }

    /** In millionths of the unit, since a counter holds whole numbers. */
    static void cost(BigDecimal price, String unit) {
        counter("sawt_twilio_cost_micros", "Millionths of the currency unit charged", List.of(Tag.create("unit", unit)))
                .increment(price.abs().movePointRight(6).longValue());
    }

    private static void count(String name, String help, int by, Channel channel, String tag, String value) {
        counter(name, help, List.of(Tag.create("channel", channel.wire()), Tag.create(tag, value)))
                .increment(by);
    }

    private static Counter counter(String name, String help, List<Tag> tags) {
        return Metrics.globalRegistry()
                .getOrCreate(Counter.builder(name).description(help).tags(tags));
    }
}
