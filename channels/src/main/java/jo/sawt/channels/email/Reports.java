package jo.sawt.channels.email;

import java.time.InstantSource;
import java.util.Optional;
import jo.sawt.ticketing.Returns;

/** Takes bounces and complaints to the letters that they speak of. */
final class Reports {
    private final Marks marks;
    private final MailStore store;
    private final Returns returns;
    private final InstantSource clock;

    Reports(Marks marks, MailStore store, Returns returns, InstantSource clock) {
        this.marks = marks;
        this.store = store;
        this.returns = returns;
        this.clock = clock;
    }

    /** What a letter reports of one of ours; empty where it does not. */
    Optional<String> take(RawLetter raw, Letter letter) {
        Optional<DeliveryReport> report = DeliveryReport.of(raw, letter, marks);
        Optional<SentLetters.Sent> ours = report.flatMap(it -> store.sent().find(it.id()));
        if (ours.isEmpty()) {
            return Optional.empty();
        }
        // the desk first: cut off after it, the report is taken again and tells it nothing new
        DeliveryReport told = report.orElseThrow();
        if (told.fate() == DeliveryFate.FAILED) {
            returns.returned(ours.get().id(), "bounce-" + told.code());
        }
        if (told.fate() == DeliveryFate.COMPLAINED) {
            store.brakes().complained(ours.get().to().address(), clock.instant());
        }
        if (store.sent().report(told.id(), told.fate(), told.code(), clock.instant())) {
            MailMeters.reported(told.fate());
        }
        return Optional.of("report-" + told.fate().wire());
    }
}
