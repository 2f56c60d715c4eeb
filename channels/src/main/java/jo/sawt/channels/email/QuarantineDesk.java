package jo.sawt.channels.email;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What staff may do with letters that were kept back: look at them, and have one taken as a person's after all. */
public final class QuarantineDesk {
    private final Quarantine quarantine;
    private final Optional<MailIntake> intake;
    private final InstantSource clock;

    QuarantineDesk(Quarantine quarantine, Optional<MailIntake> intake, InstantSource clock) {
        this.quarantine = quarantine;
        this.intake = intake;
        this.clock = clock;
    }

    /** Of a channel that is off: what was kept while it was on can be looked at. */
    public static QuarantineDesk off(MailStore store, InstantSource clock) {
        return new QuarantineDesk(store.quarantine(), Optional.empty(), clock);
    }

    List<Quarantine.Kept> list(Optional<Instant> before, int limit) {
        return quarantine.list(before, limit);
    }

    long size() {
        return quarantine.size();
    }

    Optional<Quarantine.Kept> find(String key) {
        return quarantine.find(key);
    }

    Optional<RawLetter> raw(String key) {
        return quarantine.raw(key);
    }

    boolean isOn() {
        return intake.isPresent();
    }

    /** Empty where there is no such letter. */
    Optional<MailIntake.Taken> again(String key) {
        return quarantine.raw(key).map(raw -> {
            try (raw) {
                MailIntake.Taken taken = intake.orElseThrow().again(raw);
                taken.ticket().ifPresent(ticket -> quarantine.released(key, ticket.value(), clock.instant()));
                return taken;
            }
        });
    }
}
