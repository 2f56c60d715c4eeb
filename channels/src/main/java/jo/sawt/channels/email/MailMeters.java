package jo.sawt.channels.email;

import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import java.util.List;

/** The counters of the channel; none names a person. */
final class MailMeters {
    private MailMeters() {}

    static void received(String outcome) {
        count("sawt_mail_in", "Letters received, by what became of them", "outcome", outcome);
    }

    static void sent(String outcome) {
        count("sawt_mail_out", "Attempts to send a letter, by how they went", "outcome", outcome);
    }

    static void placed(Threading.Sign sign) {
        count("sawt_mail_threading", "Letters placed in a conversation, by what led there", "by", sign.wire());
    }

    static void quarantined(String reason) {
        count("sawt_mail_quarantined", "Letters kept in quarantine, by why", "reason", reason);
    }

    static void suppressed(String reason) {
        count("sawt_mail_suppressed", "Automatic answers held back, by why", "reason", reason);
    }

    static void reported(DeliveryFate fate) {
        count("sawt_mail_reports", "Reports on our letters that told something new", "fate", fate.wire());
    }

    static void mailbox(String event) {
        count("sawt_mail_mailbox", "What happened to the connections to mailboxes", "event", event);
    }

    static void notEncrypted(String scheme) {
        count("sawt_mail_not_encrypted", "Connections given up since they would be in clear", "scheme", scheme);
    }

    private static void count(String name, String help, String tag, String value) {
        Metrics.globalRegistry()
                .getOrCreate(Counter.builder(name).description(help).tags(List.of(Tag.create(tag, value))))
                .increment();
    }
}
