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

    /** A webhook whose token another message's had: nothing new, unless the provider's list tells of it. */
    static void renamed(Channel channel) {
        String help = "Webhooks taken for repeats by their token alone, under another message id";
        counter("sawt_twilio_repeats_renamed", help, List.of(Tag.create("channel", channel.wire())))
                .increment();
    }

    static void sent(Channel channel, Delivery delivery) {
        String outcome = delivery.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        count("sawt_twilio_messages_out", "Attempts to send, by how they went", 1, channel, "outcome", outcome);
    }

    static void segments(String encoding, int segments) {
        count("sawt_twilio_segments_out", "SMS segments sent", segments, Channel.SMS, "encoding", encoding);
    }

    static void waited(Channel channel, Pace.Hold hold) {
        String why = hold.code();
        count("sawt_twilio_waits", "Times that a message had to wait for its turn", 1, channel, "why", why);
        int millis = (int) Math.min(hold.length().toMillis(), Integer.MAX_VALUE);
        count("sawt_twilio_wait_millis", "How long messages had to wait", millis, channel, "why", why);
    }

    /** Messages of the provider's list that were looked for in the store: known, recovered, or of somebody else's. */
    static void compared(Channel channel, String found) {
        count("sawt_twilio_messages_compared", "Messages of the provider's list", 1, channel, "found", found);
    }

    /** For a message that came in or one that went out. */
    static void unpriced(boolean received) {
        String help = "Messages whose price the provider did not tell in time";
        counter("sawt_twilio_unpriced", help, List.of(direction(received))).increment();
    }

    private static Tag direction(boolean received) {
        return Tag.create("direction", received ? "in" : "out");
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

    static void media(Channel channel, String outcome) {
        count("sawt_twilio_media", "Media of messages, by how fetching them went", 1, channel, "outcome", outcome);
    }

    static void mediaFailed(Channel channel, String error) {
        count("sawt_twilio_media_failures", "Fetches of media that failed, by error", 1, channel, "error", error);
    }

    /** In millionths of the unit, since a counter holds whole numbers; with how many messages they were charged for. */
    static void cost(Channel channel, boolean received, BigDecimal price, String unit) {
        List<Tag> tags = List.of(Tag.create("channel", channel.wire()), direction(received), Tag.create("unit", unit));
        counter("sawt_twilio_cost_micros", "Millionths of the currency unit charged", tags)
                .increment(price.abs().movePointRight(6).intValue());
        counter("sawt_twilio_messages_priced", "Messages whose price is known", tags)
                .increment();
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
