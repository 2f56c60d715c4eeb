package jo.sawt.channels.email;

import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import java.util.List;

/** The counters of the channel; none names a person. */
final class MailMeters {
    private MailMeters() {}

    static void received(String outcome) {
        count("sawt_mail_in", "Letters received, by what became of them", outcome);
    }

    static void sent(String outcome) {
        count("sawt_mail_out", "Attempts to send a letter, by how they went", outcome);
    }

    private static void count(String name, String help, String outcome) {
        Metrics.globalRegistry()
                .getOrCreate(Counter.builder(name).description(help).tags(List.of(Tag.create("outcome", outcome))))
                .increment();
    }
}
