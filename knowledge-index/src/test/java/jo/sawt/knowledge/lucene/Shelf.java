package jo.sawt.knowledge.lucene;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import jo.sawt.knowledge.Reading;
import jo.sawt.knowledge.RecordKind;
import jo.sawt.knowledge.RecordReader;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.Snapshot;
import jo.sawt.knowledge.Utterance;
import jo.sawt.knowledge.Version;

/** A small registry that a test fills and changes. */
final class Shelf extends RegistryView {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-06-01T08:00:00Z"));

    private final AtomicReference<Snapshot> present;
    private final List<Utterance> ways = new ArrayList<>();
    private int changes;

    Shelf() {
        this(new AtomicReference<>(Snapshot.empty(CLOCK)));
    }

    private Shelf(AtomicReference<Snapshot> present) {
        super(present::get);
        this.present = present;
    }

    /** A service, or another version of it. */
    Shelf with(String id, String arabic, String english) {
        String line = """
                {"id":"%s","department":"moe","name":{"ar":"%s","en":"%s"},"aliases":{"ar":[],"en":[]},\
                "summary":{"ar":"%s لمن يطلبها","en":"%s for whoever asks"},"audience":["citizen"],\
                "conditions":{"ar":[],"en":[]},"documents":{"ar":[],"en":[]},"steps":{"ar":[],"en":[]},\
                "fees":[],"duration":{"text":{"ar":"يوم","en":"A day"},"days":1},"channels":["office"],\
                "locations":{"ar":[],"en":[]},"lifeEvents":[],"related":[],\
                "confidence":"illustrative","illustrativeFields":[],"sources":[]}""".formatted(id, arabic, english, arabic, english);
        if (!(RecordReader.line(RecordKind.SERVICES, line) instanceof Reading.Sound sound)) {
            throw new AssertionError("the line is not sound: " + line);
        }
        changes++;
        Version version = new Version(
                sound.record(),
                present.get().versions(new ServiceId(id)).size() + 1,
                LocalDate.of(2026, 1, 1).plusDays(changes),
                false,
                new Version.Origin("editor", CLOCK.instant(), ""));
        present.set(present.get().with(List.of(version), changes));
        return this;
    }

    /** A way of asking, which counts as a change once a service is. */
    Shelf asked(String id, String register, String text) {
        ways.add(new Utterance(new ServiceId(id), text, register, null));
        return this;
    }

    @Override
    public List<Utterance> utterances() {
        return List.copyOf(ways);
    }
}
